extension LanguageData {
  /// Arabic.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0
  /// and hand/ar.txt.
  static let ar: StaticString = """
    spaces yes
    decimal . ٫
    group , ٬
    cardinal 0 صفر
    cardinal 1 واحد واحدة أحد إحدى
    cardinal 2 اثنان اثنين اثنتان اثنتين كلا كلتا كلاهما
    cardinal 3 ثلاثة ثلاث
    cardinal 4 أربعة أربع
    cardinal 5 خمسة خمس
    cardinal 6 ستة ست
    cardinal 7 سبعة سبع
    cardinal 8 ثمانية ثماني ثمان
    cardinal 9 تسعة تسع
    cardinal 10 عشرة عشر
    cardinal 11 أحد_عشر إحدى_عشرة
    cardinal 12 اثنا_عشر اثنتا_عشرة
    cardinal 20 عشرون عشرين
    cardinal 30 ثلاثون ثلاثين
    cardinal 40 أربعون أربعين
    cardinal 50 خمسون خمسين
    cardinal 60 ستون ستين
    cardinal 70 سبعون سبعين
    cardinal 80 ثمانون ثمانين
    cardinal 90 تسعون تسعين
    cardinal 100 مائة مئة
    cardinal 1000 ألف آلاف
    ordinal 1 الأول الأولى أول أولى
    ordinal 2 الثاني الثانية ثاني ثانية
    ordinal 3 الثالث الثالثة ثالث ثالثة
    ordinal 4 الرابع الرابعة
    ordinal 5 الخامس الخامسة
    part 1 واحد وحيد كل
    part 2 مزدوج ثنائي ضعف
    part 3 ثلاثي ثلاثة
    part 7 أسبوع
    part 12 اثن
    part 24 يوم
    scale 1000 ألف آلاف ألفا
    scale 1000000 مليون ملايين
    scale 1000000000 مليار مليارات
    quote “ ”
    quote « »
    quote " "
    function في من إلى على عن مع أن إن أو و ثم لا لم لن ما هذا هذه ذلك تلك التي الذي كما إذا
    function عند بعد قبل هو هي كان يكون قد كل بين حتى
    length 0.9
    month 1 يناير
    month 2 فبراير
    month 3 مارس
    month 4 أبريل
    month 5 مايو
    month 6 يونيو
    month 7 يوليو
    month 8 أغسطس
    month 9 سبتمبر
    month 10 أكتوبر
    month 11 نوفمبر
    month 12 ديسمبر
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
