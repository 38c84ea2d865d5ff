"""The reference cases of the schemes that take arrays, and of lifetime value."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from app.services import asking, effectiveness, ranking, together
from app.services.arrays import NONE, UNRATED
from app.services.clv import bgnbd, gamma_gamma, value
from app.services.clv.special import gauss_2f1
from app.services.facts.table import STAGES
from app.services.figures import to_units
from app.services.rhythm import CHURN
from app.services.schemes import ahp, demand_state, fit, kmeans, loyalty, potential, relation, rfm, score

Input = Mapping[str, Any]


def _ints(*values: float | None) -> Any:
    return np.array([NONE if each is None else int(each) for each in values], dtype=np.int64)


def _floats(*values: float | None) -> Any:
    return np.array([np.nan if each is None else float(each) for each in values])


def _code(words: Sequence[str], word: str | None) -> Any:
    return np.array([UNRATED if word is None else words.index(word)], dtype=np.int8)


def _word(words: Sequence[str], codes: Any) -> str | None:
    code = int(codes[0])
    return None if code == UNRATED else words[code]


def midrank_score(given: Input, _find: Any) -> Any:
    values = np.array(given["values"])
    return ranking.midrank(values, np.sort(values), given["k"], given["lower_better"]).tolist()


def percentile_norm(given: Input, _find: Any) -> Any:
    values = np.array(given["values"], dtype=np.float64)
    return ranking.percentile(values, np.sort(values), given["lower_better"]).tolist()


def minmax_norm(given: Input, _find: Any) -> Any:
    values = np.array(given["values"], dtype=np.float64)
    return ranking.min_max(values, np.sort(values), given["lower_better"], given["winsor"]).tolist()


def rfm_of(given: Input, _find: Any) -> Any:
    money = [to_units(each) for each in given["monetary"]]
    axes = rfm.Axes(_ints(*given["recency"]), _ints(*given["frequency"]), _ints(*money))
    mode = rfm.mode_for(len(money)) if given["mode"] == "auto" else given["mode"]
    scores = rfm.score(axes, axes, mode)
    places = rfm.segments(scores, _ints(*given["tenure_days"]) <= 90)
    return {
        "mode": mode,
        "R": scores.r.tolist(),
        "F": scores.f.tolist(),
        "M": scores.m.tolist(),
        "FM": scores.fm.tolist(),
        "segment11": [rfm.SEGMENTS[place] for place in places],
        "segment8": [rfm.EIGHT[place] for place in rfm.eight_types(scores, scores)],
    }


def rfm_grid(_given: Input, _find: Any) -> Any:
    return {f"R{r}FM{fm}": word for r, line in enumerate(rfm.GRID, 1) for fm, word in enumerate(line, 1)}


def weighted_score(given: Input, _find: Any) -> Any:
    points = {name: _floats(*(row[name] for row in given["rows"])) for name in given["weights"]}
    scores = score.weigh(points, given["weights"], given["min_coverage"])
    words = [None if code == UNRATED else score.BANDS[code] for code in score.bands(scores)]
    shown = [None if np.isnan(each) else float(each) for each in scores]
    return [{"score": each, "band": band} for each, band in zip(shown, words, strict=True)]


def ahp_of(given: Input, _find: Any) -> Any:
    found = ahp.judge([[Fraction(cell) for cell in line] for line in given["matrix"]])
    return {
        "weights": list(found.weights),
        "lambda_max": found.lambda_max,
        "ci": found.ci,
        "cr": found.cr,
        "acceptable": found.acceptable,
    }


def kmeans_of(given: Input, _find: Any) -> Any:
    found = kmeans.group(kmeans.standardised(np.array(given["points"])), *given["k_range"])
    groups = [np.flatnonzero(found.groups == number).tolist() for number in range(found.k)]
    return {
        "best_k": found.k,
        "groups": sorted(groups),
        "silhouette": {str(k): each for k, each in found.silhouettes.items()},
        "inertia_best": found.inertia,
    }


def potential_of(given: Input, _find: Any) -> Any:
    demand = given.get("est_annual_demand")
    items = potential.Items(
        _ints(None if demand is None else to_units(demand)),
        _floats(given.get("wallet_share")),
        _floats(given.get("growth")),
        _ints(given.get("employees")),
        _code(potential.LEVELS, given.get("manual")),
    )
    found = potential.points(items)
    level = _word(potential.LEVELS, potential.levels(found, items.manual))
    return {"points": int(found.total[0]), "known": int(found.items[0]), "level": level}


def loyalty_of(given: Input, _find: Any) -> Any:
    signs = loyalty.Signs(
        _ints(given["order_count_life"]),
        _ints(given["tenure_days"]),
        _ints(given["purchase_days_12m"]),
        _code(CHURN, given["churn_status"]),
        _floats(given.get("csat")),
        _ints(given.get("referrals")),
        _floats(given.get("wallet_share")),
        _floats(given.get("nps")),
        _ints(given.get("category_count")),
    )
    return _word(loyalty.CLASSES, loyalty.classes(signs))


def potential_loyalty_value(given: Input, _find: Any) -> Any:
    return [loyalty.MAP[high, loyal] for high, loyal in given["pairs"]]


def demand_state_of(given: Input, _find: Any) -> Any:
    stage, quote = _code(STAGES, given.get("open_stage")), _ints(given.get("days_since_quote"))
    states = demand_state.states(_code(CHURN, given["churn_status"]), demand_state.intends(stage, quote))
    return _word(demand_state.CLASSES, states)


def relation_of(given: Input, _find: Any) -> Any:
    signs = relation.Signs(
        _ints(given["contact_two_way"]),
        _ints(given.get("complaint_count", 0)),
        np.array([bool(given.get("open_complaint"))]),
        _floats(given.get("csat_mean")),
    )
    return _word(relation.CLASSES, relation.classes(signs, given["window_months"]))


def fit_of(given: Input, _find: Any) -> Any:
    plus, minus = (
        np.array([[fit.UNKNOWN if each is None else int(each) for each in given[side]]], dtype=np.int8)
        for side in ("plus", "minus")
    )
    return _word(fit.CLASSES, fit.classes(plus, minus))


def eta_squared(given: Input, _find: Any) -> Any:
    words = sorted(set(given["groups"]))
    groups = _ints(*(words.index(each) for each in given["groups"]))
    found = effectiveness.explained(_floats(*given["values"]), groups)
    assert found is not None
    return vars(found)


def _histories(given: Input) -> bgnbd.Histories:
    x, last, age = given["x"], given["t_x"], given["T"]
    several = isinstance(x, list)
    return bgnbd.Histories(
        _ints(*(x if several else [x])), _floats(*(last if several else [last])), _floats(*(age if several else [age]))
    )


def _parameters(given: Input) -> bgnbd.Parameters:
    return bgnbd.Parameters(given["r"], given["alpha"], given["a"], given["b"])


def bgnbd_of(given: Input, _find: Any) -> Any:
    parameters, one = _parameters(given), _histories(given)
    return {
        "log_likelihood": bgnbd.log_likelihood(parameters, one),
        "p_alive": float(bgnbd.p_alive(parameters, one)[0]),
        "expected_purchases": float(bgnbd.expected_purchases(parameters, one, given["t"])[0]),
    }


def bgnbd_expected_new(given: Input, _find: Any) -> Any:
    return float(bgnbd.expected_new(_parameters(given), given["t"]))


def gauss(given: Input, _find: Any) -> Any:
    return float(gauss_2f1(given["a"], given["b"], given["c"], given["z"]))


def gamma_gamma_mean(given: Input, _find: Any) -> Any:
    parameters = gamma_gamma.Parameters(given["p"], given["q"], given["gamma"])
    return float(gamma_gamma.expected_value(parameters, _ints(given["x"]), _floats(given["mean_value"]))[0])


def clv_bgnbd_gg(given: Input, _find: Any) -> Any:
    one = _histories(given)
    values = gamma_gamma.expected_value(
        gamma_gamma.Parameters(*given["gamma_gamma"]), one.repeats, _floats(given["mean_value"])
    )
    parameters = bgnbd.Parameters(*given["bgnbd"])
    found = value.combined(parameters, one, values, given["margin"], given["months"], given["annual_discount"])
    return {
        "expected_purchases": float(found.purchases[0]),
        "discounted_purchases": float(found.discounted[0]),
        "expected_value": float(found.value[0]),
        "clv": float(found.clv[0]),
    }


def purchase_range(given: Input, _find: Any) -> Any:
    found = bgnbd.purchase_range(bgnbd.Parameters(*given["bgnbd"]), _histories(given), 0, given["weeks"])
    return vars(found)


def clv_simple(given: Input, _find: Any) -> Any:
    return value.simple(
        given["annual_profit"], given["retention"], given["discount"], given["years"], given["acquisition"]
    )


def retention_shrunk(given: Input, _find: Any) -> Any:
    return value.retention_shrunk(given["retained"], given["base"], given["prior"], given["prior_n"])


def clv_gate(given: Input, _find: Any) -> Any:
    return value.gate(value.Evidence(**given))._asdict()


def fit_bgnbd_gg(given: Input, _find: Any) -> Any:
    histories = _histories(given)
    means = _floats(*given["mean_value"])
    found, spent = bgnbd.fit(histories), gamma_gamma.fit(histories.repeats, means)
    return {
        "bgnbd": found.parameters._asdict(),
        "bgnbd_log_likelihood": found.log_likelihood,
        "expected_purchases_26w_total": float(bgnbd.expected_purchases(found.parameters, histories, 26).sum()),
        "gamma_gamma": spent.parameters._asdict(),
        "gamma_gamma_log_likelihood": spent.log_likelihood,
        "mean_value_population": float(gamma_gamma.expected_value(spent.parameters, _ints(0), _floats(0))[0]),
    }


def lift(given: Input, _find: Any) -> Any:
    found = together.pair(given["customers"], given["buy_a"], given["buy_b"], given["buy_both"])
    assert found is not None
    return {"support": found.support, "confidence": found.confidence, "lift": found.lift}


def nps(given: Input, _find: Any) -> Any:
    found = asking.nps(given["scores"])
    assert found is not None
    return vars(found)


SCHEME_ADAPTERS: dict[str, Callable[[Input, Any], Any]] = {
    "midrank_score": midrank_score,
    "percentile_norm": percentile_norm,
    "minmax_norm": minmax_norm,
    "rfm": rfm_of,
    "rfm_grid": rfm_grid,
    "weighted_score": weighted_score,
    "ahp": ahp_of,
    "kmeans": kmeans_of,
    "potential": potential_of,
    "loyalty": loyalty_of,
    "potential_loyalty_value": potential_loyalty_value,
    "demand_state": demand_state_of,
    "relation": relation_of,
    "fit": fit_of,
    "eta_squared": eta_squared,
    "bgnbd": bgnbd_of,
    "bgnbd_expected_new": bgnbd_expected_new,
    "gauss_2f1": gauss,
    "gamma_gamma_mean": gamma_gamma_mean,
    "clv_bgnbd_gg": clv_bgnbd_gg,
    "purchase_range": purchase_range,
    "clv_simple": clv_simple,
    "retention_shrunk": retention_shrunk,
    "clv_gate": clv_gate,
    "fit_bgnbd_gg": fit_bgnbd_gg,
    "lift": lift,
    "nps": nps,
}
