"""Invented customers as a firm's stock has them: common characters often, rare ones seldom, some kept twice."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_CHARS = (
    "华信达恒宏鑫金泰源盛隆瑞祥兴德利丰顺和永安诚天海东方新大美嘉佳福康宝龙凯荣辉正中联众博雅锦云星润通力捷创世鼎铭振"
    "益民友亿万百千千禾田园林森木本山川江河湖岭峰石玉珠晶莹光明亮晨曦旭日月秋春夏冬雪冰霜露雨虹霞彩丹青碧翠兰竹梅菊荷"
    "莲桂松柏枫桐梧槐杨柳榆樟楠栎梓芷芮苕蒲茗菲萱蓝紫橙银铂钰钧锐锋钢铁铜镁锡砚墨笔书文章诗画琴棋韵律音乐舞蹈健体育"
    "才智慧思维想念远航帆舟船港湾洲岛屿浦渡桥路街巷城镇乡村庄园坊堂阁楼台亭轩斋馆舍居家业基伟雄杰俊英豪强刚毅勇敢"
    "仁义礼智信孝忠廉耻勤俭谦让宽厚慈善爱心情意志气节操守恪谨慎敏捷迅速飞腾跃进展望希望朝阳晖映照耀灿烂辉煌"
)
_PLACES = ("苏州", "无锡市", "杭州", "宁波市", "上海", "上海市", "深圳市", "广州", "东莞市", "北京", "成都", "武汉市")
_TRADES = (
    *("电子", "电器", "机电", "机械", "模具", "五金", "建材", "装饰", "物流", "食品", "餐饮", "服饰", "纺织", "家具"),
    *("商贸", "贸易", "科技", "实业", "文化传媒", "教育科技", "汽车配件", "包装材料", "化工", "医疗器械", "电子科技"),
)
_FORMS = ("有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂", "商行", "经营部", "")
_SURNAMES, _GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林", "伟芳娜敏静强磊洋艳勇军杰娟涛超明霞秀刚平"
_TWICE = 0.05
_PERSONS = 0.1
_PHONES = 0.6


@dataclass(frozen=True)
class Firm:
    name: str
    phone: str | None


def firms(count: int, seed: int = 7) -> Iterator[Firm]:
    rng = random.Random(seed)
    made: list[Firm] = []
    for number in range(count):
        if made and rng.random() < _TWICE:
            firm = _again(rng, made[int(len(made) * rng.random())])
        else:
            phone = f"13{number:09d}" if rng.random() < _PHONES else None
            firm = Firm(_person(rng) if rng.random() < _PERSONS else _name(rng), phone)
        made.append(firm)
        yield firm


def _name(rng: random.Random) -> str:
    length = rng.choices((2, 3, 4), (5, 3, 2))[0]
    own = "".join(_CHARS[int(len(_CHARS) * rng.random() ** 1.5)] for _ in range(length))
    place = rng.choice(_PLACES) if rng.random() < 0.5 else ""
    return place + own + rng.choice(_TRADES) + rng.choice(_FORMS)


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.randint(1, 2)))


def _again(rng: random.Random, firm: Firm) -> Firm:
    """The same customer in another hand: without the form, with a character wrong, missing or exchanged."""
    name = firm.name.removesuffix("有限公司") or firm.name
    slip, place = rng.randrange(5), rng.randrange(len(name) - 1) if len(name) > 3 else -1
    if place >= 0 and slip == 0:
        name = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    elif place >= 0 and slip == 1:
        name = name[:place] + name[place + 1 :]
    elif place >= 0 and slip == 2:
        name = name[:place] + rng.choice(_CHARS) + name[place + 1 :]
    return Firm(name, firm.phone)
