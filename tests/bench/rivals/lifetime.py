"""The fits of the package lifetimes over histories of customers in a file: parameters, timed without the loading."""

import sys
from importlib import import_module
from typing import Any

import numpy as np

from tests.bench.rivals.serving import serve


def main() -> None:
    model, file = sys.argv[1:]
    lifetimes: Any = import_module("lifetimes")
    given = np.load(file)
    if model == "bgnbd":
        columns = given["x"], given["last"], given["age"]

        def fit() -> dict[str, float]:
            fitter = lifetimes.BetaGeoFitter()
            fitter.fit(*columns)
            return {name: float(fitter.params_[name]) for name in ("r", "alpha", "a", "b")}
    else:
        used = given["x"] > 0
        repeats, means = given["x"][used], given["mean"][used]

        def fit() -> dict[str, float]:
            fitter = lifetimes.GammaGammaFitter()
            fitter.fit(repeats, means)
            return {name: float(fitter.params_[name]) for name in ("p", "q", "v")}

    fit()
    serve(fit)


if __name__ == "__main__":
    main()
