//! Main organisation of an article, and organisations and people that stand together.

use thidua_extract::{Context, Draft, extract};

fn draft(headline: &str, lead: &str) -> Draft {
    extract(&format!("{headline}\n\n{lead}\n"), &Context::default())
}

fn main_organisation(draft: &Draft) -> &str {
    draft.organisation.and_then(|index| draft.organisations.get(index)).map_or("", |found| &found.fact.name)
}

#[test]
fn main_organisation_has_its_full_name() {
    for (name, expected) in [
        ("LĐLĐ tỉnh Bến Lũng", "Liên đoàn Lao động tỉnh Bến Lũng"),
        ("Liên đoàn Lao động (LĐLĐ) tỉnh Bến Lũng", "Liên đoàn Lao động tỉnh Bến Lũng"),
        ("LĐLĐ TP. Lũng Vài", "Liên đoàn Lao động thành phố Lũng Vài"),
        ("LĐLĐ TP.Lũng Vài", "Liên đoàn Lao động thành phố Lũng Vài"),
        ("LĐLĐ quận 7", "Liên đoàn Lao động quận 7"),
        ("LĐLĐ Quận 12", "Liên đoàn Lao động quận 12"),
        ("LĐLĐ tỉnh Lũng Vài - Bến Tràm", "Liên đoàn Lao động tỉnh Lũng Vài - Bến Tràm"),
        ("Công đoàn huyện Lũng Vài", "Liên đoàn Lao động huyện Lũng Vài"),
        ("CĐ Viên chức tỉnh Bến Lũng", "Công đoàn Viên chức tỉnh Bến Lũng"),
        ("Công đoàn ngành Y tế Bến Lũng", "Công đoàn ngành Y tế Bến Lũng"),
        ("Công đoàn các khu công nghiệp tỉnh Bến Lũng", "Công đoàn các khu công nghiệp tỉnh Bến Lũng"),
        ("Công đoàn các KCN tỉnh Bến Lũng", "Công đoàn các KCN tỉnh Bến Lũng"),
        ("Công đoàn Giao thông vận tải Việt Nam", "Công đoàn Giao thông vận tải Việt Nam"),
        ("Công đoàn Tổng công ty Lương thực miền Trung", "Công đoàn Tổng công ty Lương thực miền Trung"),
        ("Công đoàn Công ty CP may Lũng Vài", "Công đoàn Công ty CP may Lũng Vài"),
        ("Công đoàn Công ty TNHH MTV Thủy lợi Bến Lũng", "Công đoàn Công ty TNHH MTV Thủy lợi Bến Lũng"),
        (
            "Công đoàn Công ty Cổ phần Xây dựng và Đầu tư Lũng Vài",
            "Công đoàn Công ty Cổ phần Xây dựng và Đầu tư Lũng Vài",
        ),
        ("CĐCS Công ty May 18", "Công đoàn cơ sở Công ty May 18"),
        ("Công đoàn Công ty CP Than Lũng Vài - TKV", "Công đoàn Công ty CP Than Lũng Vài - TKV"),
        ("Công đoàn Bệnh viện đa khoa tỉnh Bến Lũng", "Công đoàn Bệnh viện đa khoa tỉnh Bến Lũng"),
        ("Công đoàn Trường Tiểu học Lê Văn Mạ", "Công đoàn Trường Tiểu học Lê Văn Mạ"),
        (
            "Công đoàn Trường Đại học Sư phạm Kỹ thuật Lũng Vài",
            "Công đoàn Trường Đại học Sư phạm Kỹ thuật Lũng Vài",
        ),
        (
            "Công đoàn Trường Tiểu học và Trung học cơ sở Bến Tràm",
            "Công đoàn Trường Tiểu học và Trung học cơ sở Bến Tràm",
        ),
        (
            "Công đoàn Ngân hàng Nông nghiệp - Chi nhánh Lũng Vài",
            "Công đoàn Ngân hàng Nông nghiệp - Chi nhánh Lũng Vài",
        ),
        ("Công đoàn Khu kinh tế Lũng Vài", "Công đoàn Khu kinh tế Lũng Vài"),
        ("Công đoàn cơ quan LĐLĐ tỉnh Bến Lũng", "Công đoàn cơ quan Liên đoàn Lao động tỉnh Bến Lũng"),
        ("Công đoàn cơ sở thành viên Xí nghiệp 3", "Công đoàn cơ sở thành viên Xí nghiệp 3"),
        ("Công đoàn Nông trường Cao su Bến Tràm", "Công đoàn Nông trường Cao su Bến Tràm"),
        ("Công đoàn Xí nghiệp Đầu máy Lũng Vài", "Công đoàn Xí nghiệp Đầu máy Lũng Vài"),
        ("công đoàn Công ty May Lũng Vài", "Công đoàn Công ty May Lũng Vài"),
        ("Nghiệp đoàn nghề cá xã Bến Tràm", "Nghiệp đoàn nghề cá xã Bến Tràm"),
        ("Tổng LĐLĐ Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"),
    ] {
        let lead =
            format!("Sáng 4/3, {name} tổ chức hội nghị tổng kết phong trào thi đua của công nhân lao động.");
        let draft = draft("Tổng kết phong trào thi đua trong công nhân lao động", &lead);
        assert_eq!(main_organisation(&draft), expected, "{name}");
        assert_eq!(draft.people.len(), 0, "{name}: {:?}", draft.people);
    }
}

#[test]
fn organisation_without_place_is_kept_as_printed_and_reported() {
    let lead = "Chiều 4/3, Liên đoàn Lao động tỉnh tổ chức hội nghị biểu dương công nhân lao động tiêu biểu.";
    let open = draft("Biểu dương công nhân lao động", lead);
    assert_eq!(main_organisation(&open), "Liên đoàn Lao động tỉnh");
    assert!(open.diagnostics.iter().any(|d| d.kind.key() == "organisation-without-place"));
    // The article names the place elsewhere.
    let placed = draft("Biểu dương công nhân lao động tỉnh Bến Lũng", lead);
    assert_eq!(main_organisation(&placed), "Liên đoàn Lao động tỉnh Bến Lũng");
    assert!(placed.diagnostics.iter().all(|d| d.kind.key() != "organisation-without-place"));
}

#[test]
fn union_of_the_enterprise_has_its_name() {
    let lead =
        "Sáng 4/3, Công đoàn Công ty tổ chức hội nghị tổng kết phong trào thi đua của công nhân lao động.";
    let placed = draft("Thi đua ở Công ty Cổ phần May Lũng Vài", lead);
    assert_eq!(main_organisation(&placed), "Công đoàn Công ty Cổ phần May Lũng Vài");
    let two = draft("Thi đua ở Công ty May Lũng Vài và Công ty May Bến Tràm", lead);
    assert_eq!(two.organisations.iter().filter(|found| found.fact.name.starts_with("Công đoàn")).count(), 0);
}

#[test]
fn words_of_programmes_and_lists_of_levels_are_no_organisation() {
    for words in [
        "dự chương trình “Bữa cơm Công đoàn - Tết 2031” và nhận quà của công ty",
        "nhận nhà Mái ấm Công đoàn do công ty xây tặng trong tháng này",
        "được các LĐLĐ huyện, thị xã và công đoàn cơ sở chăm lo đời sống",
        "mua hàng tại Phiên chợ Công đoàn mở trong ba ngày cuối tuần",
    ] {
        let draft = draft(
            "Niềm vui của công nhân lao động",
            &format!("Sáng 4/3, hàng nghìn công nhân lao động {words}."),
        );
        assert_eq!(main_organisation(&draft), "", "{words}");
    }
}

#[test]
fn main_organisation_is_whose_acts_are_told() {
    for (headline, lead, expected) in [
        (
            "Bến Lũng: 17 công nhân nhận bằng khen",
            "Tổng LĐLĐ Việt Nam vừa tặng bằng khen cho 17 công nhân lao động do LĐLĐ tỉnh Bến Lũng đề nghị.",
            "Liên đoàn Lao động tỉnh Bến Lũng",
        ),
        (
            "Tổng kết phong trào thi đua năm 2031",
            "Công đoàn Y tế Bến Lũng tổng kết phong trào thi đua. Dự có Phó Chủ tịch LĐLĐ tỉnh Bến Lũng Trần Văn Mạ.",
            "Công đoàn Y tế Bến Lũng",
        ),
        (
            "LĐLĐ HUYỆN LŨNG VÀI TỔNG KẾT PHONG TRÀO THI ĐUA",
            "Sáng nay, LĐLĐ huyện Lũng Vài tổ chức hội nghị tổng kết phong trào thi đua của công nhân lao động.",
            "Liên đoàn Lao động huyện Lũng Vài",
        ),
    ] {
        assert_eq!(main_organisation(&draft(headline, lead)), expected, "{headline}");
    }
}

#[test]
fn person_follows_the_organisation_of_the_office() {
    for (words, name) in [
        ("Phó Chủ tịch LĐLĐ TP. Lũng Vài Trần Gia Mạ", "Trần Gia Mạ"),
        ("Phó Chủ tịch Tổng Liên đoàn Lao động Việt Nam Lê Thị Mạ", "Lê Thị Mạ"),
        ("Phó Chủ tịch LĐLĐ tỉnh BL Trương Thị Mạ", "Trương Thị Mạ"),
        ("Chủ tịch LĐLĐ tỉnh Nguyễn Văn Mạ", "Nguyễn Văn Mạ"),
        ("Chủ tịch LĐLĐ huyện Lũng Vài Lê Mạ", "Lê Mạ"),
        ("Chủ tịch Công đoàn các KCN tỉnh Phan Trần Mạ Trinh", "Phan Trần Mạ Trinh"),
        ("Chủ tịch Công đoàn Trường THPT Lũng Vài Phạm Thị Mạ", "Phạm Thị Mạ"),
    ] {
        let lead =
            format!("Tại hội nghị thi đua của công nhân lao động, {words} đã trao quà cho các công nhân.");
        let draft = draft("Tổng kết phong trào thi đua", &lead);
        let names: Vec<&str> = draft.people.iter().map(|person| person.fact.name.as_str()).collect();
        assert_eq!(names, [name], "{words}");
    }
}

#[test]
fn names_of_streets_and_awards_are_no_people() {
    for words in [
        "công nhân ở đường Trần Hưng Mạ, phường Lê Mạ được tặng quà",
        "cán bộ công đoàn nhận giải thưởng Nguyễn Văn Mạ trong dịp này",
        "công nhân Khu công nghiệp Lê Minh Mạ hăng hái thi đua",
    ] {
        let draft = draft("Thi đua trong công nhân lao động", &format!("Trong năm qua, nhiều {words}."));
        assert!(draft.people.is_empty(), "{words}: {:?}", draft.people);
    }
}
