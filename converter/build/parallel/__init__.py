"""Many reports at once: on all cores or a cluster, in order, without doing again what is done."""

from converter.build.parallel.build_cache import CACHE, actions_of, remember, remember_refused
from converter.build.parallel.executors import Executors, cluster, here, local
from converter.build.parallel.home_cache import is_current, remember_home
from converter.build.parallel.order import Outcome, outcomes

__all__ = [
    "CACHE",
    "Executors",
    "Outcome",
    "actions_of",
    "cluster",
    "here",
    "is_current",
    "local",
    "outcomes",
    "remember",
    "remember_home",
    "remember_refused",
]
