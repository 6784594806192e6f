"""Mail as drafts: subject, text, quotations, and what is broken."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from linear import is_linear

from factcheck.model.document import Document
from factcheck.model.span import Span
from factcheck.pipeline import read
from factcheck.reading import ReadingError, read_document

TEXT = "各位：\n\n全区共有76家金融机构。\n\n　　其中银行30家。\n"


def mail(text: str = TEXT, subject: str = "港城区金融稳中有进", **parts: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "王晓 <a@example.org>", "b@example.org", subject
    message["Date"] = "Mon, 20 Nov 2023 10:22:00 +0800"
    if text:
        message.set_content(text)
    if "html" in parts:
        (message.add_alternative if text else message.set_content)(parts["html"], subtype="html")
    if "attached" in parts:
        message.add_attachment(parts["attached"], filename="附件99家.txt")
    return message


def document(message: EmailMessage | bytes, name: str = "稿.eml") -> Document:
    return read_document(message if isinstance(message, bytes) else message.as_bytes(), name)


def blocks(message: EmailMessage | bytes) -> list[tuple[str, str]]:
    page = document(message)
    return [(block.kind, page.cut(block.span)) for block in page.blocks]


def shown(text: str) -> list[str]:
    """The text of a mail that is neither quoted nor a signature."""
    return [text for kind, text in blocks(mail(text, ""))[1:] if kind != "chrome"]


def test_subject_text_and_date() -> None:
    page = document(mail(attached="共88家", html="<p>全区共有66家</p>"))
    assert blocks(mail(attached="共88家")) == [
        ("chrome", "date: 2023-11-20"),
        ("heading", "港城区金融稳中有进"),
        ("paragraph", "各位："),
        ("paragraph", "全区共有76家金融机构。"),
        ("paragraph", "其中银行30家。"),
    ]
    assert page.dated is not None
    assert (page.dated.year, page.dated.month) == (2023, 11)
    assert [claim.quantity.text for claim in read(page).claims] == ["76家", "30家"]
    at = page.text.index("76")
    assert str(page.told(Span(at, at + 2))) == "paragraph 2"
    assert str(page.told(Span(page.text.index("港城"), page.text.index("港城") + 2))) == "header"


@pytest.mark.parametrize("codec", ["utf-8", "gb2312", "gb18030", "big5"])
@pytest.mark.parametrize("transport", ["base64", "quoted-printable", "8bit"])
def test_encodings(codec: str, transport: str) -> None:
    message = mail("")
    message.set_content("全市共有76家金融公司，增加8%。\n", charset=codec, cte=transport)
    assert blocks(message)[-1] == ("paragraph", "全市共有76家金融公司，增加8%。")


def test_a_subject_without_its_encoding() -> None:
    for codec in ("gb18030", "utf-8", "big5"):
        data = b"Message-ID: <a>\r\nSubject: " + "全市金融公司共有七十六家".encode(codec) + b"\r\n\r\n76 banks.\r\n"
        assert blocks(data)[0] == ("heading", "全市金融公司共有七十六家")


def test_a_mail_without_plain_text_is_read_as_a_page() -> None:
    page = "<p>全区共有<b>76</b>家金融机构。</p><script>99</script><blockquote type=cite><p>旧稿写的是75家。</p></blockquote>"
    assert blocks(mail("", html=page))[2:] == [("paragraph", "全区共有76家金融机构。"), ("chrome", "旧稿写的是75家。")]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("> 旧稿写的是75家。\n> 又一行。\n", []),
        ("-----Original Message-----\n旧稿写的是75家。\n", []),
        ("-----原始邮件-----\n发件人：王晓\n\n旧稿写的是75家。\n", []),
        ("发件人：王晓\n发送时间：2023年11月1日\n收件人：李明\n\n旧稿写的是75家。\n", []),
        ("From: Wang Xiao\nSent: Monday\nTo: Li Ming\nSubject: x\n\n75 banks.\n", []),
        ("On Mon, 20 Nov 2023, Wang Xiao <a@example.org> wrote:\n\n75 banks.\n", []),
        ("在 2023年11月1日，王晓写道：\n\n旧稿写的是75家。\n", []),
        ("-- \n王晓\n电话 99家\n", []),
        ("来自：街道办的消息说，又开了5家。\n", ["来自：街道办的消息说，又开了5家。"]),
    ],
)
def test_what_is_quoted_makes_no_claims(behind: str, kept: list[str]) -> None:
    assert shown(f"全区共有76家。\n\n{behind}") == ["全区共有76家。", *kept]


def test_a_mail_that_only_passes_another_on() -> None:
    text = "---------- Forwarded message ---------\nFrom: Wang Xiao\nDate: Mon, 20 Nov 2023\nSubject: x\n\nThe city has 76 banks.\n"
    assert "The city has 76 banks." in shown(text)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The port of Bayview handled 7,201 ships last year, far more than\nit handled in any year before, and hired 204 people"
    text += "\n\n- one\n- two\n"
    assert shown(text) == [text.split("\n\n", maxsplit=1)[0].replace("\n", " "), "- one", "- two"]


def test_a_mail_is_known_by_its_head() -> None:
    data = mail().as_bytes()
    assert document(data, "draft.txt").text == document(data).text
    memo = "From: the office\nTo: all\nSubject: banks\n\nThe city has 76 banks.\n"
    assert document(memo.encode(), "memo.txt").text == memo


HEAD = b"MIME-Version: 1.0\r\nSubject: x\r\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (HEAD + b"Content-Type: text/plain; charset=no-such\r\n\r\n\xe5\x85\xa8", "encoding that it declares, no-such"),
        (HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n\xff\xfe\xfa", "encoding that it declares, utf-8"),
        (
            HEAD + b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n=A=B==%%",
            "base64",
        ),
        (
            HEAD + b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA",
            "no text of its own",
        ),
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\n", "no text"),
        (HEAD + b"Content-Type: text/plain\r\n\r\n", "no text"),
        (
            HEAD
            + b'Content-Type: multipart/mixed; boundary="b"\r\n'
            + b'\r\n--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n' * 5000,
            "apart",
        ),
        (b"\xff\xd8\xff not a mail", "picture"),
    ],
)
def test_what_is_broken_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ReadingError, match=told):
        document(data)


@pytest.mark.parametrize(
    "unit",
    ["a: b\r\n", "a: b\r\n c\r\n", "\r\n> a", "\r\n\r\na", "From: a\r\n", "a b\r\n", "=?utf-8?q?a?= ", "--b\r\n"],
)
def test_time_is_linear(unit: str) -> None:
    def work(size: int) -> object:
        return document(
            HEAD + (unit * (size // len(unit))).encode() + b"\r\n\r\ntext " + (unit * (size // len(unit))).encode()
        )

    assert is_linear(work, 4_000, 32_000)
