use super::*;

fn text(html: &str) -> String {
    read_saved_page(html).map(|page| page.text).unwrap_or_default()
}

#[test]
fn blocks_become_lines_and_menus_scripts_and_hidden_elements_are_ignored() {
    let html = "<!doctype html><html><head><title>Báo</title><script>var a = '<p>9 người</p>';</script><style>p{}</style></head><body>\
                <nav><ul><li>Trang chủ</ul></nav><article><h1>Tin <b>mới</b></h1><p>Một <i>hai</i> ba.<p hidden>Ẩn<p>Bốn.<br>Năm.\
                <span aria-hidden=true>Ẩn <span>nữa</span> hết</span> Sáu.<aside>Quảng cáo</aside><ul><li>Bảy<li>Tám</ul></article></body></html>";
    assert_eq!(text(html), "Tin mới\n\nMột hai ba.\n\nBốn.\n\nNăm. Sáu.\n\nBảy\n\nTám");
}

#[test]
fn cells_of_a_row_are_on_one_line() {
    let html =
        "<table><tr><td>An Khê</td><td>418 sáng kiến</td></tr><tr><td>Thủy Trà<td>377 sáng kiến</table>";
    assert_eq!(text(html), "An Khê | 418 sáng kiến\n\nThủy Trà | 377 sáng kiến");
}

#[test]
fn character_references_are_decoded_and_preformatted_lines_kept() {
    assert_eq!(text("<p>C&ocirc;ng &#273;o&agrave;n &amp; 1&nbsp;250</p>"), "Công đoàn & 1 250");
    assert_eq!(text("<pre>Một\nhai\n\nba</pre><p>bốn\nnăm</p>"), "Một\n\nhai\n\nba\n\nbốn năm");
}

#[test]
fn article_without_article_element_is_found_by_its_paragraphs() {
    let paragraph =
        "Trong năm qua, các cấp công đoàn đã tổ chức nhiều hoạt động thiết thực chăm lo cho đoàn viên.";
    let links =
        "<li><a href=/x>Liên đoàn Lao động huyện khác tổ chức hội nghị tổng kết phong trào thi đua</a>"
            .repeat(20);
    let html = format!(
        "<title>Tin công đoàn | Báo Thử</title><div class=top><h1>Báo Thử</h1><ul>{links}</ul></div><div id=main><div><h1>Tin công đoàn</h1>\
         <span>22/05/2023</span><div class=content><p>{paragraph}</p><p>{paragraph}</p></div><div>Mai Anh</div></div><div><ul>{links}</ul></div></div>"
    );
    assert_eq!(text(&html), format!("Tin công đoàn\n\n22/05/2023\n\n{paragraph}\n\n{paragraph}\n\nMai Anh"));
}

#[test]
fn page_title_replaces_a_missing_headline() {
    let html = "<title>Tin mới - Báo</title><meta property=og:title content='Tin mới'><link rel=canonical href=https://bao.example/1>\
                <article><p>Trong năm qua, các cấp công đoàn đã tổ chức nhiều hoạt động.</p></article>";
    let page = read_saved_page(html).unwrap();
    assert_eq!(page.text, "Tin mới\n\nTrong năm qua, các cấp công đoàn đã tổ chức nhiều hoạt động.");
    assert_eq!(page.url.as_deref(), Some("https://bao.example/1"));
    assert_eq!(read_saved_page("<html><body><script>x</script></body></html>"), None);
}

#[test]
fn unclosed_and_stray_tags_keep_all_text() {
    assert_eq!(text("</div></p><div><nav>menu</div><p>Một</p></b></nav>hai"), "Một\n\nhai");
    assert_eq!(text("<div><p>Một<div>hai</p>ba</div>"), "Một\n\nhai\n\nba");
}
