"""How the work with customers goes: rates, hours and answers by tier and by person (methods.md A.6 and A.8)."""
