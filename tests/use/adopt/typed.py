"""What a clerk types into the inputs of each layout: other projects and figures than its filled form has."""

from typing import NamedTuple


class Typed(NamedTuple):
    """The unit's keys, and the one subject."""

    year: int
    unit: str
    subject: str
    file: str = "project-1.toml"
    unprinted: tuple[str, ...] = ()  # what the form has no place for


TYPED = {
    "general": Typed(
        2024,
        'name = "云边县文化馆"',
        """
        [project]
        name = "乡村戏台修缮"
        authority = "云边县文化局"
        implementer = "云边县文化馆"
        [funds]
        initial = 60
        budget = 64
        spent = 48
        sources = [
          { name = "当年财政拨款", initial = 60, budget = 60, spent = 45 },
          { name = "上年结转资金", budget = 4, spent = 3 },
        ]
        [goal]
        expected = "修缮戏台五座。"
        achieved = "修缮戏台四座。"
        [[indicator]]
        class = "产出/数量"
        name = "修缮戏台"
        target = "≥5座"
        actual = "4座"
        weight = 25
        reason = "一座等待文物部门批复。"
        [[indicator]]
        class = "产出/质量"
        name = "验收合格率"
        target = "100%"
        actual = "100%"
        weight = 25
        [[indicator]]
        class = "效益/社会效益"
        name = "演出场次"
        target = "≥30场"
        actual = "33场"
        weight = 30
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "观众满意度"
        target = "≥85%"
        actual = "91%"
        weight = 10
        [fields]
        "填报日期" = "2025年1月20日"
        "填表人" = "丁某"
        "联系电话" = "0990-7654321"
        """,
    ),
    "numbered-goals": Typed(
        2023,
        'name = "松口市气象台"',
        """
        [project]
        name = "自动站更新"
        authority = "松口市气象局"
        implementer = "松口市气象台"
        [funds]
        budget = 40
        spent = 40
        [[goals]]
        name = "年度绩效目标1"
        [[goals.indicator]]
        class = "产出/数量"
        name = "更新站点"
        target = "≥8个"
        actual = "8个"
        weight = 30
        [[goals.indicator]]
        class = "效益/社会效益"
        name = "预警及时率"
        target = "≥96%"
        actual = "98%"
        weight = 20
        [[goals]]
        name = "年度绩效目标2"
        [[goals.indicator]]
        class = "产出/数量"
        name = "校准次数"
        target = "≥16次"
        actual = "16次"
        weight = 30
        [result]
        deviation = "没有大的偏差。"
        improvement = "冬季再校准一遍。"
        [fields]
        "填报日期" = "2024年2月6日"
        """,
        unprinted=("weight",),
    ),
    "block-beside": Typed(
        2022,
        'name = "石桥县水利局"',
        """
        [project]
        name = "塘坝加固"
        authority = "石桥县水利局"
        implementer = "石桥县塘坝管理所"
        [funds]
        budget = 70
        spent = 63
        sources = [{ name = "本年财政拨款", budget = 70, spent = 63 }]
        [[indicator]]
        class = "产出/数量"
        name = "加固塘坝"
        target = "≥9座"
        actual = "9座"
        weight = 40
        [[indicator]]
        class = "产出/质量"
        name = "渗漏处数"
        target = "≤2处"
        actual = "1处"
        weight = 20
        [[indicator]]
        class = "效益/经济效益"
        name = "保灌面积"
        target = "≥1200亩"
        actual = "1300亩"
        weight = 20
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "村民满意度"
        target = "≥90%"
        actual = "95%"
        weight = 10
        """,
        unprinted=("weight",),
    ),
    "weights-first": Typed(
        2024,
        'name = "河畔区环卫站"',
        """
        [project]
        name = "公厕改造"
        code = "HP2024-11"
        authority = "河畔区城管局"
        implementer = "河畔区环卫站"
        [funds]
        initial = 200
        budget = 200
        spent = 180
        [[indicator]]
        class = "产出/数量"
        name = "改造公厕"
        target = "≥10座"
        actual = "10座"
        weight = 25
        [[indicator]]
        class = "产出/时效"
        name = "按期完工率"
        target = "≥90%"
        actual = "90%"
        weight = 25
        [[indicator]]
        class = "效益/生态效益"
        name = "异味投诉"
        target = "≤5件"
        actual = "3件"
        weight = 30
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "行人满意度"
        target = "≥80%"
        actual = "84%"
        weight = 10
        [fields]
        "负责人" = "冯某"
        "填表人" = "陈某"
        """,
    ),
    "department": Typed(
        2024,
        'name = "北坡县地方志办公室"',
        """
        [department]
        [funds]
        initial = 150
        budget = 160
        spent = 152
        [goal]
        expected = "编成县志两卷。"
        achieved = "编成县志两卷。"
        [[indicator]]
        class = "产出/数量"
        name = "编成卷数"
        target = "≥2卷"
        actual = "2卷"
        weight = 50
        [[indicator]]
        class = "效益/社会效益"
        name = "赠阅单位"
        target = "≥60个"
        actual = "64个"
        weight = 30
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "读者满意度"
        target = "≥90%"
        actual = "93%"
        weight = 10
        """,
        "department.toml",
    ),
    "spring-goals": Typed(
        2025,
        'name = "青岭县应急中心"',
        """
        [project]
        name = "避险场所标识"
        authority = "青岭县应急局"
        implementer = "青岭县应急中心"
        [funds]
        budget = 18
        [goal]
        expected = "更换标识一百四十块。"
        [[indicator]]
        class = "产出/数量"
        name = "更换标识"
        target = "≥140块"
        [[indicator]]
        class = "产出/时效"
        name = "完成时间"
        target = "2025年5月底前"
        [[indicator]]
        class = "效益/社会效益"
        name = "覆盖社区"
        target = "≥24个"
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "居民满意度"
        target = "≥88%"
        """,
    ),
    "ticked": Typed(
        2024,
        'name = "南塘区残联"',
        """
        [project]
        name = "无障碍坡道"
        authority = "南塘区残联"
        implementer = "南塘区残疾人服务中心"
        [funds]
        budget = 30
        spent = 27
        [[indicator]]
        class = "产出/数量"
        name = "修建坡道"
        target = "≥15处"
        actual = "15处"
        weight = 50
        [[indicator]]
        class = "效益/社会效益"
        name = "方便住户"
        target = "≥200户"
        actual = "230户"
        weight = 30
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "住户满意度"
        target = "≥90%"
        actual = "96%"
        weight = 10
        [fields]
        "项目负责人" = "许某"
        "项目类别" = "部门预算项目"
        "其他需要说明的问题" = "没有其他说明的事项。"
        """,
    ),
    "own-columns": Typed(
        2024,
        'name = "甘泉乡农技站"',
        """
        [project]
        name = "土样检测"
        authority = "甘泉乡人民政府"
        implementer = "甘泉乡农技站"
        [funds]
        initial = 12
        budget = 12
        spent = 12
        [[indicator]]
        class = "产出/数量"
        name = "检测土样"
        target = "≥300份"
        actual = "320份"
        weight = 50
        fields = { "评分标准" = "每少一份扣一分", "责任科室" = "化验室" }
        [[indicator]]
        class = "效益/社会效益"
        name = "指导农户"
        target = "≥150户"
        actual = "150户"
        weight = 30
        fields = { "评分标准" = "按比例得分", "责任科室" = "推广股" }
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "农户满意度"
        target = "≥85%"
        actual = "90%"
        weight = 10
        fields = { "评分标准" = "按比例得分", "责任科室" = "推广股" }
        [fields]
        "年度资金总额·备注" = "一次付清"
        "项目类别" = "延续"
        "资金性质" = ["财政资金", "自筹资金"]
        "是否公开自评结果" = "否"
        "评价方式" = "第三方评价"
        "填表人" = "韦某"
        """,
    ),
    "classes-in-front": Typed(
        2023,
        'name = "西川镇建设办"',
        """
        [project]
        name = "桥栏更换"
        authority = "西川镇人民政府"
        implementer = "西川镇建设办"
        [funds]
        unit = "元"
        initial = 90000
        budget = 90000
        spent = 81000
        sources = [
          { name = "财政拨款", initial = 80000, budget = 80000, spent = 72000 },
          { name = "其他资金", initial = 10000, budget = 10000, spent = 9000 },
        ]
        [goal]
        expected = "更换桥栏六处。"
        achieved = "更换桥栏六处。"
        [[indicator]]
        class = "产出/数量"
        name = "更换桥栏"
        target = "≥6处"
        actual = "6处"
        weight = 30
        [[indicator]]
        class = "产出/质量"
        name = "焊缝合格率"
        target = "≥98%"
        actual = "99%"
        weight = 20
        [[indicator]]
        class = "效益/社会效益"
        name = "受益行人"
        target = "≥2000人"
        actual = "2100人"
        weight = 30
        [[indicator]]
        class = "满意度/服务对象满意度"
        name = "村民满意度"
        target = "≥90%"
        actual = "94%"
        weight = 10
        [fields]
        "填表人" = "戚某"
        "填报日期" = "2024年1月9日"
        """,
    ),
}
