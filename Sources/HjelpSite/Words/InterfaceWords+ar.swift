extension InterfaceWords {
  /// Arabic.
  static let ar: StaticString = """
    skip: الانتقال إلى المحتوى
    language-menu: اللغة
    read-original: إظهار النص الأصلي
    reading-mode: وضع القراءة
    both: كلاهما
    machine-translated: تُرجمت هذه المقالة آليًا.
    machine-edited: تُرجمت هذه المقالة آليًا وحرّرها شخص.
    updated: تاريخ التحديث
    on-this-page: في هذه الصفحة
    breadcrumb: مسار التنقل
    articles: المقالات
    not-found: الصفحة غير موجودة
    not-found-text: لا توجد صفحة في هذا العنوان. هذه هي المقالات:
    choose-language: اختر لغة
    video: مشاهدة الفيديو
    note: ملاحظة
    tip: تلميح
    important: مهم
    warning: تحذير
    caution: تنبيه
    search: بحث
    search-hint: رسالة خطأ أو سؤال
    search-none: لا توجد مقالة تجيب عن هذا.
    search-nearest: أقرب المقالات
    search-no-script: يتطلب البحث هنا JavaScript. جميع المقالات في القائمة:
    related: مقالات ذات صلة
    feedback: الإبلاغ عن مشكلة في هذه المقالة
    fallback: هذه المقالة غير متوفرة باللغة {language}.
    filter: تصفية القائمة
    other-articles: مقالات أخرى
    moved: نُقلت هذه الصفحة.
    """
}
