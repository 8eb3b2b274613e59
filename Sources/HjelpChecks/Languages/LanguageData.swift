/// The tables of the languages as text: one word and its values on a line.
enum LanguageData {}
