"""The floor: a window of pygame-ce with one line of text, drawn once.

It does what the game cannot do without, and nothing else: no sound, no joystick, a font from a file.
"""

import pygame
import watching

pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
font = pygame.font.Font("assets/fonts/AtkinsonHyperlegible-Regular.ttf", 24)
surface.fill((250, 250, 250))
surface.blit(font.render("Une ligne de texte.", True, (20, 20, 20)), (40, 40))
pygame.display.flip()
watching.first_frame(0, 0)
