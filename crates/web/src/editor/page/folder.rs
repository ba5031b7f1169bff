//! Writing a site into a folder of the computer, where the browser has the File System Access API.
//!
//! `web-sys` has no stable types for it, so that its few calls are made by name here and nowhere else. As in `thidua build`,
//! a folder is written only if it is empty or an older site wrote the list of its files into it; files of that list which the
//! new site does not have are removed at the end, and nothing else is. While files are written the list names old and new
//! ones, so that an interrupted run leaves no file that looks foreign.

use std::collections::BTreeSet;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Window};

/// List of the files of a site, one path a line, in its root.
const LIST: &str = ".thidua-files";
/// Files that systems put into folders by themselves.
const OF_SYSTEMS: [&str; 3] = [".DS_Store", "desktop.ini", "Thumbs.db"];
/// Name of the lock that the windows of a site share.
const LOCK: &str = "thidua-folder";

/// Reason why a folder was not written.
#[derive(Debug)]
pub enum FolderError {
    /// The person chose none.
    NotChosen,
    /// The browser or the person does not allow it.
    NotAllowed,
    /// Another window is writing.
    InUse,
    /// The folder holds this file, which is not of a site.
    Foreign {
        /// Name of the folder.
        folder: String,
        /// Name of the file or folder in it.
        file: String,
    },
    /// The disk is full.
    Full,
    /// A file cannot be read or written: its path, and the name of the fault.
    File(String, String),
}

/// Folder that is being written.
pub struct SiteFolder {
    handle: JsValue,
    /// Name of the folder.
    pub name: String,
    old: BTreeSet<String>,
    new: BTreeSet<String>,
    /// List of the new site, which is written last.
    list: Option<Vec<u8>>,
    written: usize,
    unchanged: usize,
    release: Option<Function>,
}

/// Returns whether the browser can write into folders.
pub fn is_supported(window: &Window) -> bool {
    Reflect::get(window, &"showDirectoryPicker".into()).is_ok_and(|picker| picker.is_function())
}

/// Asks for a folder and checks that it may be written. Has to be called while a click is handled.
///
/// # Errors
/// If none was chosen, it may not be written, or it holds files that are not of a site.
pub async fn choose(window: &Window) -> Result<SiteFolder, FolderError> {
    let options = object(&[("mode", "readwrite".into()), ("id", "thidua".into())]);
    let chosen = call(window, "showDirectoryPicker", &[options]).await;
    let handle = chosen.map_err(|fault| match name_of(&fault).as_str() {
        "AbortError" => FolderError::NotChosen,
        _ => FolderError::NotAllowed,
    })?;
    let name = text(&handle, "name");
    let release = lock(window).await?;
    let mut folder = SiteFolder {
        handle,
        name,
        old: BTreeSet::new(),
        new: BTreeSet::new(),
        list: None,
        written: 0,
        unchanged: 0,
        release,
    };
    folder.begin().await?;
    Ok(folder)
}

impl SiteFolder {
    async fn begin(&mut self) -> Result<(), FolderError> {
        let may_ask = Reflect::get(&self.handle, &"requestPermission".into());
        if may_ask.is_ok_and(|method| method.is_function()) {
            let asked = object(&[("mode", "readwrite".into())]);
            let answer = call(&self.handle, "requestPermission", &[asked]).await;
            if answer.ok().and_then(|answer| answer.as_string()).as_deref() != Some("granted") {
                return Err(FolderError::NotAllowed);
            }
        }
        let fault = |fault: JsValue| fault_of(LIST, &fault);
        match call(&self.handle, "getFileHandle", &[LIST.into()]).await {
            Ok(file) => {
                let bytes = read(&file).await.map_err(fault)?;
                let list = String::from_utf8_lossy(&bytes).into_owned();
                self.old = list.lines().filter(|path| is_inside(path)).map(str::to_owned).collect();
            }
            Err(error) if name_of(&error) == "NotFoundError" => {
                if let Some(file) = self.first_entry().await.map_err(fault)? {
                    return Err(FolderError::Foreign { folder: self.name.clone(), file });
                }
                // From now on the folder is known as that of a site, even if the rest fails.
                self.write_bytes(LIST, &[]).await?;
            }
            Err(error) => return Err(fault(error)),
        }
        Ok(())
    }

    /// Name of an entry of the folder that no system put there.
    async fn first_entry(&self) -> Result<Option<String>, JsValue> {
        let entries =
            Reflect::get(&self.handle, &"keys".into())?.dyn_into::<Function>()?.call0(&self.handle)?;
        loop {
            let next = call(&entries, "next", &[]).await?;
            if Reflect::get(&next, &"done".into())?.is_truthy() {
                return Ok(None);
            }
            let name = text(&next, "value");
            if !OF_SYSTEMS.contains(&name.as_str()) {
                return Ok(Some(name));
            }
        }
    }

    /// Writes a file of the site, unless the folder has it already. The list of files is kept for the end.
    ///
    /// # Errors
    /// If it cannot be written; the list then names all files that may be there.
    pub async fn write(&mut self, path: &str, bytes: &Uint8Array) -> Result<(), FolderError> {
        if path == LIST {
            self.list = Some(bytes.to_vec());
            return Ok(());
        }
        let bytes = bytes.to_vec();
        let there = self.content(path).await;
        if there.as_ref() == Some(&bytes) {
            self.new.insert(path.to_owned());
            self.unchanged += 1;
            return Ok(());
        }
        if there.is_some() && !self.old.contains(path) && !self.new.contains(path) {
            self.abandon().await;
            return Err(FolderError::Foreign { folder: self.name.clone(), file: path.to_owned() });
        }
        self.new.insert(path.to_owned());
        let result = self.write_bytes(path, &bytes).await;
        if result.is_err() {
            self.abandon().await;
        }
        result?;
        self.written += 1;
        Ok(())
    }

    /// Writes the list of all files that may be there, after the work was stopped.
    pub async fn abandon(&mut self) {
        let both: Vec<&str> = self.old.union(&self.new).map(String::as_str).collect();
        let list = both.iter().map(|path| format!("{path}\n")).collect::<String>();
        let _unwritten = self.write_bytes(LIST, list.as_bytes()).await;
    }

    /// Removes the files of the older site that the new one does not have, and writes the list. Returns the numbers of
    /// written, unchanged and removed files.
    ///
    /// # Errors
    /// If a file cannot be removed or the list cannot be written.
    pub async fn finish(&mut self) -> Result<[usize; 3], FolderError> {
        let mut removed = 0;
        let surplus: Vec<String> = self.old.difference(&self.new).cloned().collect();
        for path in surplus {
            match self.remove(&path).await {
                Ok(()) => removed += 1,
                Err(fault) if name_of(&fault) == "NotFoundError" => {}
                Err(fault) => {
                    self.abandon().await;
                    return Err(fault_of(&path, &fault));
                }
            }
        }
        let list = self.list.take().unwrap_or_else(|| {
            self.new.iter().map(|path| format!("{path}\n")).collect::<String>().into_bytes()
        });
        self.write_bytes(LIST, &list).await?;
        Ok([self.written, self.unchanged, removed])
    }

    /// Content of a file of the folder. `None` if there is none that can be read.
    async fn content(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.file(path, false).await.ok()?;
        read(&file).await.ok()
    }

    async fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let write = async || -> Result<(), JsValue> {
            let file = self.file(path, true).await?;
            let stream = call(&file, "createWritable", &[]).await?;
            call(&stream, "write", &[Uint8Array::from(bytes).into()]).await?;
            call(&stream, "close", &[]).await?;
            Ok(())
        };
        write().await.map_err(|fault| fault_of(path, &fault))
    }

    async fn remove(&self, path: &str) -> Result<(), JsValue> {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.folder(folders, false).await?;
        call(&folder, "removeEntry", &[name.into()]).await.map(|_| ())
    }

    async fn file(&self, path: &str, creates: bool) -> Result<JsValue, JsValue> {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.folder(folders, creates).await?;
        call(&folder, "getFileHandle", &[name.into(), object(&[("create", creates.into())])]).await
    }

    async fn folder(&self, path: &str, creates: bool) -> Result<JsValue, JsValue> {
        let mut folder = self.handle.clone();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            let options = object(&[("create", creates.into())]);
            folder = call(&folder, "getDirectoryHandle", &[name.into(), options]).await?;
        }
        Ok(folder)
    }
}

impl Drop for SiteFolder {
    /// Lets other windows write.
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Takes the lock of the windows of this site. `None` where the browser has no locks.
async fn lock(window: &Window) -> Result<Option<Function>, FolderError> {
    let locks = Reflect::get(&window.navigator(), &"locks".into()).unwrap_or_default();
    if !locks.is_object() {
        return Ok(None);
    }
    let mut release: Option<Function> = None;
    // The lock is held until this promise is fulfilled.
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let mut tell: Option<Function> = None;
    let answer = Promise::new(&mut |resolve, _| tell = Some(resolve));
    let on_lock = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let is_held = lock.is_object();
        if let Some(tell) = tell {
            let _ = tell.call1(&JsValue::NULL, &is_held.into());
        }
        if is_held { held.into() } else { JsValue::UNDEFINED }
    });
    let options = object(&[("ifAvailable", true.into())]);
    let request = Reflect::get(&locks, &"request".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    let Some(request) = request else { return Ok(None) };
    let Ok(requested) = request.call3(&locks, &LOCK.into(), &options, &on_lock) else { return Ok(None) };
    // A page that was opened from a disk may have no locks: the request is then refused, and nobody is asked.
    match JsFuture::from(Promise::race(&Array::of2(&answer, &requested))).await {
        Ok(is_held) if is_held.is_truthy() => Ok(release),
        Ok(_) => Err(FolderError::InUse),
        Err(_) => Ok(None),
    }
}

/// Returns whether a path of a list stays in the folder.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

async fn read(file: &JsValue) -> Result<Vec<u8>, JsValue> {
    let file: File = call(file, "getFile", &[]).await?.dyn_into()?;
    let bytes = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Calls a method by name and waits for its promise.
async fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().collect();
    let answer = Reflect::apply(&function, object, &arguments)?;
    JsFuture::from(Promise::resolve(&answer)).await
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn text(object: &JsValue, field: &str) -> String {
    Reflect::get(object, &field.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Name of an exception of the browser.
fn name_of(fault: &JsValue) -> String {
    text(fault, "name")
}

fn fault_of(path: &str, fault: &JsValue) -> FolderError {
    match name_of(fault).as_str() {
        "QuotaExceededError" => FolderError::Full,
        "NotAllowedError" | "SecurityError" => FolderError::NotAllowed,
        name => FolderError::File(path.to_owned(), name.to_owned()),
    }
}
