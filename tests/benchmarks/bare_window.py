"""The floor: a window of pygame-ce with one line of text, drawn once.

It does what the game cannot do without, and nothing else: no sound, no joystick, a font from a file.
"""

import pygame
import watching

pygame.display.init()
pygame.font.init()
window = pygame.Window("Notes", (1280, 720), resizable=True)
font = pygame.font.Font("assets/fonts/atkinson-hyperlegible-latin-400-normal.woff2", 24)
surface = window.get_surface()
surface.fill((250, 250, 250))
surface.blit(font.render("Une ligne de texte.", True, (20, 20, 20)), (40, 40))
window.flip()
watching.first_frame(0, 0)
