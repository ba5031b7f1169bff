use proptest::prelude::*;

use super::*;

fn read(line: &str) -> Vec<(String, String)> {
    dates(line).into_iter().map(|d| (line.get(d.range).unwrap().to_owned(), d.value.to_string())).collect()
}

#[track_caller]
fn whole(line: &str, value: &str) {
    assert_eq!(read(line), [(line.to_owned(), value.to_owned())]);
}

#[test]
fn reads_days_and_times() {
    whole("06/09/2022", "2022-09-06");
    whole("ngày 6-9-2022", "2022-09-06");
    whole("Ngày 6 tháng 9 năm 2022", "2022-09-06");
    whole("22:25 | 06/09/2022", "2022-09-06T22:25");
    whole("22h25 ngày 6/9/2022", "2022-09-06T22:25");
    whole("06/09/2022 22:25", "2022-09-06T22:25");
    whole("06/09/2022, 22:25", "2022-09-06T22:25");
}

#[test]
fn reads_times_of_date_lines() {
    whole("04/03/2031 15:46:26", "2031-03-04T15:46");
    whole("05/03/2031 08:15:42 AM", "2031-03-05T08:15");
    whole("05/03/2031 08:15:42 PM", "2031-03-05T20:15");
    whole("05-03-2031, 12:05 AM", "2031-03-05T00:05");
    whole("05/03/2031 15:46 PM", "2031-03-05T15:46");
    whole("07:20 CH 05/03/2031", "2031-03-05T19:20");
    whole("16:05 thứ ba ngày 04/03/2031", "2031-03-04T16:05");
    whole("16:05 Thứ Ba, 04/03/2031", "2031-03-04T16:05");
    whole("16h05’, ngày 4/3/2031", "2031-03-04T16:05");
    whole("04/03/2031 lúc 16:05", "2031-03-04T16:05");
    whole("4/3/2031 • 16:05", "2031-03-04T16:05");
    whole("4 Tháng 3, 2031", "2031-03-04");
    whole("2031-03-04 16:05:00", "2031-03-04T16:05");
    for (line, date) in [
        ("THỨ BA, 04/03/2031 15:46:26", "04/03/2031 15:46:26"),
        ("Cập nhật lúc 15:46, 04/03/2031 (GMT+7)", "15:46, 04/03/2031"),
        ("Chủ nhật - 04/03/2031 15:46 GMT+7", "04/03/2031 15:46"),
    ] {
        assert_eq!(read(line), [(date.to_owned(), "2031-03-04T15:46".to_owned())], "{line}");
    }
    assert_eq!(read("4/3/2031 am hiểu"), [("4/3/2031".to_owned(), "2031-03-04".to_owned())]);
}

#[test]
fn reads_months_quarters_and_parts_of_a_year() {
    whole("tháng 9/2022", "2022-09");
    whole("Tháng 9 năm 2022", "2022-09");
    whole("quý 1/2025", "2025-01/2025-03");
    whole("quý IV năm 2025", "2025-10/2025-12");
    whole("6 tháng đầu năm 2022", "2022-01/2022-06");
    whole("sáu tháng cuối năm 2022", "2022-07/2022-12");
    whole("9 tháng đầu năm 2022", "2022-01/2022-09");
}

#[test]
fn reads_years_and_intervals() {
    whole("Năm 2022", "2022");
    whole("năm học 2019 - 2020", "2019/2020");
    whole("năm học 2019/2020", "2019/2020");
    whole("nhiệm kỳ 2023-2028", "2023/2028");
    whole("giai đoạn 2018 – 2023", "2018/2023");
    whole("năm 2022 và 2023", "2022/2023");
    whole("từ năm 2018 đến năm 2023", "2018/2023");
    whole("từ tháng 1/1/2022 đến 30/6/2022", "2022-01-01/2022-06-30");
    whole("từ 1/7/2022 đến hết 31/12/2022", "2022-07-01/2022-12-31");
    whole("từ 1/7 đến 31/12/2022", "2022-07-01/2022-12-31");
    whole("từ ngày 5 đến ngày 9/9/2022", "2022-09-05/2022-09-09");
    whole("từ tháng 1 đến tháng 6/2022", "2022-01/2022-06");
    whole("28/7/1929 - 28/7/2024", "1929-07-28/2024-07-28");
}

#[test]
fn ignores_text_around_a_date() {
    assert_eq!(read("2 năm 2022 và 2023."), [("năm 2022 và 2023".to_owned(), "2022/2023".to_owned())]);
    assert_eq!(read("đợt 1 (tháng 9/2022)"), [("tháng 9/2022".to_owned(), "2022-09".to_owned())]);
    assert_eq!(
        read("năm 2020 và năm 2023"),
        [("năm 2020".to_owned(), "2020".to_owned()), ("năm 2023".to_owned(), "2023".to_owned())]
    );
}

#[test]
fn refuses_incomplete_or_ambiguous_dates() {
    for line in [
        "trong 5 năm",
        "2022 sáng kiến",
        "ngày 16/7",
        "tháng 9",
        "30/2/2022",
        "6 tháng đầu năm",
        "quý 5/2025",
        "năm 20222",
        "năm 2022.5",
        "tháng 13/2022",
        "năm học vừa qua",
        "1/10",
        "25:61 | 06/13/2022",
        "12/2022/NĐ",
    ] {
        assert_eq!(read(line), [], "{line}");
    }
    assert_eq!(read("2028-2023"), []);
}

proptest! {
    #[test]
    fn a_printed_day_is_read_back(year in 1900u16..2100, month in 1u8..=12, day in 1u8..=28) {
        let date = crate::domain::Date::from_day(year, month, day).unwrap();
        let line = crate::text::format_date(date, crate::domain::Lang::Vi);
        prop_assert_eq!(read(&line), [(line.clone(), date.to_string())]);
    }

    #[test]
    fn any_text_is_read_without_panic(
        line in "(từ|đến|năm|tháng|ngày|quý|đầu|và|[0-9]{1,4}|[ ./:|–-]){0,20}|.{0,40}"
    ) {
        for date in dates(&line) {
            prop_assert!(line.get(date.range).is_some());
        }
    }
}
