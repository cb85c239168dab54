"""Publishing: what a built site must hold to be handed on, and the form in which it is.

Each module is asked for by itself, as most of what prints is of no use to who only builds.
"""
