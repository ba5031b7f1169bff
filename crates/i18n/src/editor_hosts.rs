//! Wording of the steps that follow publishing, host by host.

use thidua_core::domain::Lang;

phrases! {
    title: "Rồi làm gì tiếp?", "And then?";
    help: "Chọn nơi bạn muốn đặt trang. Mỗi cách là vài bước, không cần cài gì.",
        "Choose where the site goes. Each way is a few steps, with nothing to install.";
    guide: "Đọc thêm trong hướng dẫn.", "Read more in the guide.";

    stick: "USB hoặc thư điện tử", "A USB stick or a mail";
    stick_1: "Bấm “Tạo một tệp”. Tệp thi-dua.html nằm trong thư mục Tải về (Downloads).",
        "Press “Make one file”. The file thi-dua.html is in your downloads.";
    stick_2: "Chép tệp ấy vào USB, hoặc đính vào thư. Chỉ một tệp, không kèm thư mục nào.",
        "Copy it to the stick, or attach it to a mail. It is one file, with no folder beside it.";
    stick_3: "Người nhận bấm đúp vào tệp: trang mở trong trình duyệt, không cần mạng. Nếu thư chặn tệp .html, nén nó lại rồi gửi.",
        "Whoever gets it double-clicks: the site opens in the browser, without a network. If a mail blocks .html files, zip it first.";

    shared: "Thư mục dùng chung của cơ quan", "A shared folder of the office";
    shared_1: "Bấm “Tạo một tệp”, rồi chép thi-dua.html vào thư mục dùng chung, đè lên bản cũ.",
        "Press “Make one file”, then copy thi-dua.html into the shared folder, over the old one.";
    shared_2: "Mọi người mở tệp ấy bằng bấm đúp. Đang mở bản cũ thì bấm F5 để thấy bản mới.",
        "Everybody opens it with a double-click. Who has the old one open presses F5.";
    shared_3: "Không chép cả trang nhiều tệp vào đây: trình duyệt không cho một trang như thế chạy từ ổ đĩa. Cả trang cần một máy chủ.",
        "Do not put the whole site of many files there: browsers do not run such a site from a disk. It needs a host.";

    github: "GitHub Pages, kéo thả", "GitHub Pages, by drag and drop";
    github_1: "Bấm “Tạo một tệp”, rồi đổi tên thi-dua.html thành index.html.",
        "Press “Make one file”, then rename thi-dua.html to index.html.";
    github_2: "Vào github.com, đăng nhập, bấm “New repository”, đặt tên kho (thí dụ thi-dua), chọn “Public”, bấm “Create repository”.",
        "On github.com, sign in, press “New repository”, name it (such as thi-dua), choose “Public”, press “Create repository”.";
    github_3: "Bấm “uploading an existing file”, kéo index.html vào khung, bấm “Commit changes”.",
        "Press “uploading an existing file”, drag index.html into the frame, press “Commit changes”.";
    github_4: "Mở “Settings” → “Pages”. Ở “Branch” chọn “main”, bấm “Save”.",
        "Open “Settings” → “Pages”. Under “Branch” choose “main”, press “Save”.";
    github_5: "Chờ một, hai phút: trang ở https://TÊN.github.io/thi-dua/. Lần sau chỉ kéo thả index.html mới.",
        "Wait a minute or two: the site is at https://NAME.github.io/thi-dua/. Next time only drop the new index.html.";
    github_6: "Muốn mỗi bài một trang riêng với ảnh xem trước thì cả trang có quá nhiều tệp để kéo thả ở đây: dùng Netlify, hoặc “thidua new --github”.",
        "A page of its own for every article, with previews, is too many files to drop here: use Netlify, or “thidua new --github”.";

    netlify: "Netlify Drop", "Netlify Drop";
    netlify_1: "Bấm “Tạo ZIP cả trang”, rồi giải nén: bấm chuột phải vào tệp ZIP, chọn “Extract All…” (Giải nén tất cả).",
        "Press “Make the ZIP”, then unpack it: right-click the ZIP and choose “Extract All…”.";
    netlify_2: "Vào app.netlify.com/drop và kéo cả thư mục đã giải nén vào khung.",
        "Go to app.netlify.com/drop and drag the unpacked folder into the frame.";
    netlify_3: "Trang có địa chỉ ngay. Tạo tài khoản để giữ nó lâu hơn một giờ và đổi tên.",
        "The site has its address at once. Make an account to keep it longer than an hour, and to rename it.";
    netlify_4: "Chép địa chỉ vào ô “Trang sẽ ở địa chỉ nào”, bấm “Dùng địa chỉ này”, tạo ZIP lần nữa và kéo thả: bây giờ ảnh xem trước và luồng tin trỏ đúng.",
        "Copy the address into “Address of the site”, press “Use this address”, make the ZIP again and drop it: now previews and feeds point to the right place.";

    server: "Máy chủ của đơn vị", "A server of your own";
    server_1: "Điền địa chỉ của trang ở trên, bấm “Tạo ZIP cả trang”.",
        "Fill in the address of the site above, and press “Make the ZIP”.";
    server_2: "Giải nén vào thư mục mà máy chủ đưa lên mạng; lần sau ghi đè. Hoặc dùng “Lưu đè vào thư mục”: nó cũng xoá tệp cũ không còn dùng.",
        "Unpack it into the folder that the server shows; next time over it. Or use “Write into a folder”, which removes old files as well.";
    server_3: "Máy chủ chỉ cần gửi tệp: không cần cơ sở dữ liệu, không cần chương trình nào.",
        "The server only has to send files: no database, no program.";

    picture_button: "Tạo một tệp", "Make one file";
    picture_make: "Nút “Tạo một tệp” cho ra tệp thi-dua.html", "The button makes the file thi-dua.html";
    picture_zip: "Nút “Tạo ZIP cả trang” cho ra một tệp ZIP, giải nén thành thư mục", "The button makes a ZIP, which is unpacked into a folder";
    picture_stick: "Tệp được chép vào USB", "The file is copied to a USB stick";
    picture_open: "Bấm đúp vào tệp, trang mở ra trong trình duyệt", "A double-click on the file opens the site in a browser";
    picture_folder: "Tệp được chép vào thư mục dùng chung", "The file is copied into a shared folder";
    picture_rename: "thi-dua.html đổi tên thành index.html", "thi-dua.html is renamed to index.html";
    picture_drop_file: "Kéo tệp index.html vào khung trong trình duyệt", "The file index.html is dragged into a frame in the browser";
    picture_drop_folder: "Kéo cả thư mục vào khung trong trình duyệt", "The folder is dragged into a frame in the browser";
    picture_branch: "Ở mục Pages, nhánh main được chọn, bên cạnh là nút Save", "Under Pages the branch main is chosen, beside it the button Save";
    picture_address: "Thanh địa chỉ của trình duyệt có địa chỉ mới của trang", "The address bar of the browser has the new address of the site";
}
