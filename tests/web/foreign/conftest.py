"""A form that somebody else filled in."""

import io

import docx
import pytest


@pytest.fixture
def form() -> bytes:
    document = docx.Document()
    document.add_paragraph("项目支出绩效自评表")
    document.add_paragraph("（2023年度）")
    rows = [
        ["项目名称", "道路养护", "", "", "", ""],
        ["主管部门", "某县交通局", "实施单位", "某县公路站", "", ""],
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
        ["年度资金总额", "100", "100", "80", "10", "9"],
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "养护里程", "≥50公里", "40公里", "50", "50"],
        ["效益指标", "通行满意度", "≥90%", "95%", "40", "40"],
        ["总分", "", "", "", "100", "99"],
    ]
    table = document.add_table(len(rows), 6)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
