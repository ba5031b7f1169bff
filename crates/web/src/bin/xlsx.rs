//! Entry of the program that makes workbooks.

fn main() {
    thidua_web::workbook::start();
}
