"""Who publishes the site, as ``publisher.toml`` beside ``mkdocs.yml`` says, and what is wrong with it.

Two profiles.  ``official``: a copy that a government puts on a path of its own portal, with the tags and the foot that
are asked of government websites.  ``independent`` (also where there is no file): anybody else's copy, which says so
and shows nothing that only a government website has, whatever the file holds.
"""

from converter.site.publisher.lint import Problem, problems
from converter.site.publisher.profile import FILE, Field, Publisher, fields, read_publisher

__all__ = ["FILE", "Field", "Problem", "Publisher", "fields", "problems", "read_publisher"]
