import type { NamePool } from './names-europe.ts'

export const amharic: NamePool = {
  female:
    'ሰላማዊት/Selamawit ትዕግስት/Tigist አበባ/Abebawork መሰረት/Meseret ሃና/Hannah_Lemlem ብርቱካን/Birtukan አልማዝ/Almaz ወርቅነሽ/Worknesh ሰናይት/Senait ' +
    'ጽጌሬዳ/Tsigereda ህይወት/Hiwot ዘነበች/Zenebech እታገኝ/Etagegn የሺ/Yeshiwork ማርታ/Martha_Desta ራሄል/Rahel ፍሬህይወት/Frehiwot ኤደን/Edenawit',
  male:
    'ተስፋዬ/Tesfaye ዳዊት/Dawit አበበ/Abebe ሙሉጌታ/Mulugeta ግርማ/Girma ዮሐንስ/Yohannes ክብረት/Kibret ሀብታሙ/Habtamu ታደሰ/Tadesse ' +
    'በቀለ/Bekele ዘሪሁን/Zerihun መኮንን/Mekonnen ብርሃኑ/Birhanu ኤፍሬም/Ephrem ጌታቸው/Getachew ደረጄ/Dereje ሰለሞን/Selemon ይርጋ/Yirgalem',
  family:
    'ገብረማርያም/Gebremariam ወልደጊዮርጊስ/Woldegiorgis ከበደ/Kebede አለሙ/Alemu ደምሴ/Demissie ተክሌ/Teklehaimanot ሃይሉ/Hailu በላይ/Belayneh ' +
    'አሰፋ/Assefa ነጋሽ/Negash ዓለማየሁ/Alemayehu ወርቁ/Worku ገብረመድህን/Gebremedhin መንግስቱ/Mengistu ታፈሰ/Tafesse ጥላሁን/Tilahun ሽፈራው/Shiferaw ' +
    'አያሌው/Ayalew ፀጋዬ/Tsegaye ለገሰ/Legesse ይልማ/Yilma አድማሱ/Admasu ወንድሙ/Wondimu ከተማ/Ketema ዘለቀ/Zeleke',
}

export const arabic: NamePool = {
  female:
    'فاطمة/Fatima مريم/Maryam خديجة/Khadija زينب/Zaynab عائشة/Aisha نور/Noura سلمى/Salma هدى/Houda سميرة/Samira ' +
    'ياسمين/Yasmine أمينة/Amina ليلى/Layla حنان/Hanan وفاء/Wafaa إيمان/Imane سعاد/Souad منى/Mouna رقية/Ruqayya بشرى/Bushra',
  male:
    'محمد/Muhammad أحمد/Ahmad يوسف/Youssef عمر/Omar خالد/Khaled حسن/Hassan إبراهيم/Ibrahim مصطفى/Mustafa عبدالله/Abdallah ' +
    'طارق/Tariq سامر/Samer كريم/Karim جمال/Jamal بلال/Bilal ياسر/Yasser نبيل/Nabil وليد/Walid رشيد/Rachid أنس/Anass زياد/Ziyad',
  family:
    'الحداد/Alhaddad المصري/Almasri الخطيب/Alkhatib العلي/Alali الأحمد/Alahmad النجار/Alnajjar حمدان/Hamdan الشامي/Alshami ' +
    'عبدالرحمن/Abdulrahman السيد/Elsayed منصور/Mansour خليل/Khalil درويش/Darwish الزعبي/Alzoubi قاسم/Qasim الحلبي/Alhalabi ' +
    'الصالح/Alsaleh عثمان/Othman البكري/Albakri شاهين/Shahin العمري/Alomari الحسن/Alhasan فرحات/Farhat سليمان/Suleiman المغربي/Almaghribi',
}

export const nigerian: NamePool = {
  female:
    'Osasere Esohe Itohan Omosede Isoken Osarugue Ngozi Chidinma Adaeze Nkechi Ifeoma Chiamaka Folasade Abimbola Omotola Yetunde ' +
    'Eseosa Uyiosa Amarachi Oluwaseun',
  male:
    'Osagie Osaze Efosa Osamudiamen Nosakhare Chukwuemeka Obinna Ikechukwu Chinedu Nnamdi Babatunde Olumide Adebayo Kayode Oluwafemi ' +
    'Eghosa Ifeanyi Kelechi Temitope Onyekachi',
  family:
    'Osagiede Igbinedion Omoruyi Aghedo Ehigiator Idahosa Osayande Obaseki Okonkwo Nwachukwu Ezeudu Onyeka Nwosu Okafor Adeyemi ' +
    'Ogunleye Akinwande Balogun Adesanya Oyelaran Iyamu Uwaifo Edokpolor Eguavoen Okoro Ekhator',
}

export const ivorian: NamePool = {
  female:
    'Adjoua Affoué Akissi Aminata Fatoumata Mariam Kadiatou Salimata Rokia Nafissatou Bintou Assétou Ahou Amenan Clarisse Edwige ' +
    'Solange Ginette Awaféré Massandjé',
  male:
    'Kouassi_Jean Kouamé Yaoudé Ibrahima Moussa Seydou Lassina Adama Drissa Souleymane Mamadou Brahima Kouadio Konan_Serge Bakary ' +
    'Issouf Losseni Tiémoko Zoumana Abdoulaye',
  family:
    'Coulibaly Ouattara Traoré Koffigoh Kouakou Diabaté Konaté Touré Sanogo Fofana Dembélé Sidibé Ouédraogo Zongo Sawadogo ' +
    'Kaboré Compaoré Koulibaly Gnagbo Kouyaté Diomandé Dosso Bakayoko Yéo_Soro Tapsoba',
}
