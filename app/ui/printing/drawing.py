"""One figure at a time: matplotlib is not made for two threads at once."""

import threading

ONE_AT_A_TIME = threading.Lock()
