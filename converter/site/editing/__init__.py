"""Correcting in the preview: what a person does on a page becomes the files that a person would edit.

``app`` takes requests and asks ``guard`` whether they may be; ``acts`` leads each to its kind (``blocks``, ``figures``, …),
a pure function from what is there to steps; ``saving`` carries the steps out.  Nothing of it is in a published site.
"""
