"""Which scheme a document follows: region, year and printed points decide, and the reasons are told."""

import pytest

from generator.load.packs import find_packs
from generator.load.scheme_files import load_scheme
from generator.read.fit import fit_scheme
from tests.foreign import NATIONAL, book, picture, read_word, understood
from tests.rules.papers import paper


@pytest.fixture(scope="module")
def schemes():
    from generator.base.problem import Place

    packs = find_packs(None)
    return [load_scheme(packs, id, Place)[0].scheme for id in packs.scheme_ids()]


def fitting(schemes, *parts):
    return fit_scheme(understood(read_word(*parts)), schemes, book())


def test_the_national_form_of_an_unknown_place_follows_the_national_rules(schemes):
    fit = fitting(schemes, "项目支出绩效自评表（2023年度）", NATIONAL)
    assert fit.id == "mof-2020"
    assert "产出 50 分" in str(fit)


def test_a_city_shows_the_province(schemes):
    fit = fitting(schemes, "项目支出绩效自评表（2023年度）", "填报单位：长沙市图书馆", NATIONAL)
    assert fit.id == "hunan-2023"
    assert "单位在湖南" in str(fit)


def test_a_province_without_a_scheme_follows_the_national_rules(schemes):
    fit = fitting(schemes, "项目支出绩效自评表（2023年度）", "填报单位：成都市图书馆", NATIONAL)
    assert fit.id == "mof-2020"


def test_a_year_out_of_force_counts_against_a_scheme(schemes):
    fit = fitting(schemes, "项目支出绩效自评表（2022年度）", "填报单位：长沙市图书馆", NATIONAL)
    assert fit.id == "mof-2020"


def test_goals_without_actuals_follow_a_scheme_for_spring(schemes):
    form = picture("""
    项目名称 | 阅读 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 册数 | 10册
    """)
    fit = fitting(schemes, "2021年项目绩效目标表", "填报单位：唐山市图书馆", form)
    assert fit.id == "hebei-goals-2021"


def test_other_points_are_told_as_doubts(schemes):
    form = [
        [cell.replace("效益指标（30分）", "效益指标（40分）") for cell in row] for row in NATIONAL
    ]
    fit = fitting(schemes, "项目支出绩效自评表（2023年度）", form)
    assert any("效益 40 分" in doubt for doubt in fit.doubts)


def test_a_scheme_of_another_province_never_wins(schemes):
    form = [
        [cell.replace("效益指标（30分）", "效益指标（40分）") for cell in row] for row in NATIONAL
    ]
    for year in (2020, 2021, 2022, 2023):
        for place, of_place in (
            ("桂林市图书馆", "guangxi"),
            ("呼和浩特市图书馆", "neimenggu"),
            ("成都市图书馆", "sichuan"),
            ("沈阳市图书馆", ""),
        ):
            head = f"项目支出绩效自评表（{year}年度）"
            fit = fitting(schemes, head, f"填报单位：{place}", form)
            assert fit.id in ("mof-2020", "mof-2021", "as-printed", of_place), fit
            assert not fit.is_local


def test_a_form_with_points_of_no_scheme_is_taken_as_it_is_printed(schemes):
    form = renamed_points(NATIONAL, 45, 35)
    fit = fitting(schemes, "项目支出绩效自评表（2023年度）", "填报单位：沈阳市图书馆", form)
    assert fit.id == "as-printed"
    assert not fit.is_local
    assert "最接近的是 mof-2020" in str(fit)
    assert "印作产出 45 分，方案为 50 分" in fit.doubts


def test_a_scheme_that_others_are_based_on_is_never_guessed(schemes):
    assert any(scheme.taken == "on-request" for scheme in schemes)
    only = [scheme for scheme in schemes if scheme.taken == "on-request"]
    form = understood(read_word("项目支出绩效自评表（2023年度）", NATIONAL))
    assert fit_scheme(form, only, book()) is None


def test_places_that_are_not_proved_never_fit_surely(schemes):
    doubtful = [scheme for scheme in schemes if not scheme.force.verified]
    assert len(doubtful) > 30
    for scheme in doubtful:
        head = f"项目支出绩效自评表（{scheme.force.from_}年度）"
        fit = fitting([scheme], head, f"填报单位：{scheme.region}图书馆", NATIONAL)
        assert fit is None or not fit.is_local, scheme.id


def test_an_autonomous_region_has_its_own_scheme_and_no_other_region_takes_it(schemes):
    own = fitting(
        schemes, "项目支出绩效自评表（2021年度）", "填报单位：宁夏回族自治区图书馆", NATIONAL
    )
    other = fitting(
        schemes, "项目支出绩效自评表（2021年度）", "填报单位：广西壮族自治区图书馆", NATIONAL
    )
    assert any("宁夏" in reason for reason in own.reasons) or not own.is_local
    assert other.id != "ningxia"
    assert not other.is_local


def test_a_scheme_of_the_place_with_other_points_is_a_guess(schemes):
    head = ("项目支出绩效自评表（2023年度）", "填报单位：长沙市图书馆")
    other = [
        [cell.replace("效益指标（30分）", "效益指标（40分）") for cell in row] for row in NATIONAL
    ]
    assert fitting(schemes, *head, NATIONAL).is_local
    assert not fitting(schemes, *head, other).is_local


def renamed_points(form, product, benefit):
    swaps = {
        "产出指标（50分）": f"产出指标（{product}分）",
        "效益指标（30分）": f"效益指标（{benefit}分）",
    }
    return [[swaps.get(cell, cell) for cell in row] for row in form]


def local_points(schemes):
    """Give what each scheme of a region prints for its classes, with a year in which it is in force."""
    for scheme in schemes:
        for layout in (*scheme.project, *scheme.department):
            points = {n: p.weight for p in layout.part for n in p.classes if p.weight is not None}
            if scheme.region != "全国" and {"产出", "效益"} <= points.keys():
                yield scheme, points


def test_points_like_those_of_a_region_say_nothing_of_the_place(schemes):
    found = list(local_points(schemes))
    assert found
    for scheme, points in found:
        form = renamed_points(NATIONAL, points["产出"], points["效益"])
        head = f"项目支出绩效自评表（{scheme.force.from_}年度）"
        for unit in (
            "",
            "填报单位：某县图书馆",
            "填报单位：如皋市图书馆",
            "填报单位：文昌市图书馆",
        ):
            fit = fitting(schemes, *(part for part in (head, unit, form) if part))
            assert fit.id.startswith("mof-") or fit.id == "as-printed", (scheme.id, unit)


def test_a_scheme_of_one_district_is_not_that_of_its_city(schemes):
    fit = fitting(
        schemes, "项目支出绩效自评表（2020年度）", "填报单位：武汉市江岸区图书馆", NATIONAL
    )
    assert fit.id != "hubei-hongshan-2020"


class TestPoints:
    """What each fact weighs: the difference that it makes alone."""

    @pytest.fixture
    def points(self, schemes):
        def weigh(*parts, scheme="mof-2020", form=NATIONAL, **changes):
            (own,) = (one for one in schemes if one.id == scheme)
            fit = fit_scheme(understood(paper([*parts, form])), [own.changed(**changes)], book())
            return fit.points

        return weigh

    @pytest.mark.parametrize(("year", "worth"), [(2023, 2), (2019, -6)])
    def test_the_year(self, points, year, worth):
        known = points(f"项目支出绩效自评表（{year}年度）")
        assert known - points("项目支出绩效自评表") == worth

    @pytest.mark.parametrize(
        ("unit", "scheme", "worth"),
        [
            ("长沙市图书馆", "hunan-2023", 4),
            ("成都市图书馆", "hunan-2023", -12),
            ("某县图书馆", "hunan-2023", -11),
            ("武汉市洪山区图书馆", "hubei-hongshan-2020", 6),
            ("武汉市江岸区图书馆", "hubei-hongshan-2020", -11),
        ],
    )
    def test_the_place(self, points, unit, scheme, worth):
        parts = ("项目支出绩效自评表（2023年度）", f"填报单位：{unit}")
        assert points(*parts, scheme=scheme) - points(*parts, scheme=scheme, region="全国") == worth

    @pytest.mark.parametrize(("region", "worth"), [("河东县", -12), ("大河东县", 6)])
    def test_a_region_of_three_signs_is_no_place_of_its_own(self, points, region, worth):
        parts = ("项目支出绩效自评表（2023年度）", f"填报单位：长沙市{region}图书馆")
        assert points(*parts, region=region) - points(*parts) == worth

    def test_the_points_of_a_class(self, points):
        other = [
            [c.replace("效益指标（30分）", "效益指标（40分）") for c in row] for row in NATIONAL
        ]
        assert points(form=NATIONAL) - points(form=other) == 2 - -3

    def test_the_kind_of_its_rows(self, points):
        spring = picture("""
        项目名称 | 阅读 | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 册数 | 10册
        """)
        parts = ("2023年项目绩效目标表",)
        goals = points(*parts, form=spring, stage="goals")
        assert goals - points(*parts, form=spring, stage="evaluation") == 3 - -4
        year = 2
        assert goals == year + 3
