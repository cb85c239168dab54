"""Gongkai: raw annual reports of Chinese governments in, Markdown pages and checked figures out.

The folder names tell how a report flows: ``sources`` → ``clean`` → ``lines`` → ``segment`` → ``figures`` →
``indicators`` → ``checks`` (together: ``reading``) → ``contract`` → ``pages`` → ``keep``; ``cli`` is the way in
for people, ``site`` is what MkDocs loads after the border of ``docs/``.  Imports go down this list only
(``tests/test_architecture.py``).
"""

__version__ = "0.1.0"
