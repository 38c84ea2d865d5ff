"""Who a customer being entered or renamed may be already, and why."""

from app.context import Context
from app.services.customers import EditCustomer, NewCustomer, Person
from app.services.merging import DIFFERENT, JudgePair, MergeCustomers, likely


def new(context: Context, name: str, phone: str = "") -> int:
    contact = Person("周经理", phone=phone) if phone else None
    return min(context.run(NewCustomer((("name", name),), contact)).customers)


def found(context: Context, name: str, phone: str = "", apart_from: int | None = None) -> list[tuple[int, str]]:
    with context.reading() as connection:
        return [(each.id, "".join(each.why)) for each in likely(connection, name, phone, apart_from=apart_from)]


def test_the_same_name_is_named_first_even_of_a_person(context: Context) -> None:
    number = new(context, "张伟")
    assert found(context, "张伟") == [(number, "名称相同。")]
    assert found(context, " ") == []


def test_another_spelling_is_found_with_its_reasons(context: Context) -> None:
    number = new(context, "苏州恒泰装备制造有限公司", "13900000002")
    new(context, "苏州万象工程有限公司")
    ((other, why),) = found(context, "恒太装备制造", "139 0000 0002")
    assert other == number
    assert "电话相同" in why


def test_a_merged_name_leads_to_the_kept_customer(context: Context) -> None:
    keep, other = new(context, "宁波宏远机械厂"), new(context, "青岛万象工程")
    context.run(MergeCustomers(keep, (other,)))
    assert [number for number, _why in found(context, "青岛万象工程")] == [keep]


def test_a_renamed_customer_is_not_itself_nor_whom_it_was_told_apart_from(context: Context) -> None:
    number, other = new(context, "苏州恒泰装备制造有限公司"), new(context, "苏州恒太装备制造有限公司")
    assert [each for each, _why in found(context, "苏州恒泰装备制造有限公司", apart_from=number)] == [other]
    context.run(JudgePair(number, other, DIFFERENT))
    assert found(context, "苏州恒泰装备制造有限公司", apart_from=number) == []
    context.run(EditCustomer(other, (("name", "苏州恒太装备制造股份公司"),)))
    assert [each for each, _why in found(context, "苏州恒泰装备制造有限公司", apart_from=number)] == [other]
