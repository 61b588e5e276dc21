import type { NamePool } from './names-europe.ts'

export const uzbek: NamePool = {
  female:
    'Dilnoza Gulnora Nargiza Zulfiya Feruza Malika Shahnoza Nodira Umida Sevara Madina Barno Mohira Lola Dildora Zebo Ozoda Kamola ' +
    'Gulchehra Maftuna Nilufar Xurshida Mavluda Saodat Robiya',
  male:
    'Jasur Botir Sherzod Ulugbek Rustam Bahodir Dilshod Farrux Otabek Sardor Jahongir Alisher Nodir Islom Davron Shavkat Ravshan ' +
    'Akmal Temur Bekzod Zafar Muzaffar Oybek Sanjar Abdulla',
  family:
    'Karimov Rahimov Yusupov Abdullayev Ismoilov Tursunov Xolmatov Nazarov Saidov Mirzayev Ergashev Qodirov Umarov Sultonov Jorayev ' +
    'Toshmatov Ahmedov Ibragimov Hamidov Mahmudov Norboyev Usmonov Xasanov Olimov Boboyev Eshonqulov Raximov Sobirov Xudoyberdiyev Shodmonov',
  familyFemale:
    'Karimova Rahimova Yusupova Abdullayeva Ismoilova Tursunova Xolmatova Nazarova Saidova Mirzayeva Ergasheva Qodirova Umarova Sultonova Jorayeva ' +
    'Toshmatova Ahmedova Ibragimova Hamidova Mahmudova Norboyeva Usmonova Xasanova Olimova Boboyeva Eshonqulova Raximova Sobirova Xudoyberdiyeva Shodmonova',
}

export const khmer: NamePool = {
  female:
    'ស្រីមុំ/Sreymom សុខា/Sokha ចន្ធូ/Chanthou បុប្ផា/Bopha កល្យាណី/Kalyanee ស្រីពៅ/Sreypov ចាន់ណា/Channa សុភា/Sophea រតនា/Rattana ' +
    'មាលា/Maleah ធីតា/Thida ស្រីនិច/Sreynich សុជាតា/Socheata ចរិយា/Chariya វណ្ណា/Vanna លក្ខិណា/Leakhena ពិសី/Pisey ដាលីន/Dalin',
  male:
    'សុភ័ក្ត្រ/Sopheak វិចិត្រ/Vichet ចាន់ដារា/Chandara សំណាង/Samnang បូរី/Borey រស្មី/Raksmey សុវណ្ណ/Sovann ពិសិដ្ឋ/Piseth ' +
    'វាសនា/Veasna ភារម្យ/Phearom មករា/Makara ធារា/Theara សុខុម/Sokhom រិទ្ធី/Rithy កុសល/Kosal ចំរើន/Chamroeun វុទ្ធី/Vuthy ណារិទ្ធ/Narith',
  family:
    'កែវ/Keo សៀង/Sieng ជា/Chea សុខ/Sok ហេង/Heng ឈឹម/Chhim ផុន/Phon សាន់/Sann ខៀវ/Khiev មាស/Meas នួន/Nuon ប៊ុន/Bunna ' +
    'ឡុង/Longvek ស្រេង/Sreng ទេព/Tepvong ញ៉ែម/Nhem លីម/Limsok ឈួន/Chhuon ភួង/Phuong សុន/Sonn ងួន/Nguon យឹម/Yimsut ហ៊ុន/Hunvan ថោង/Thong',
}

export const lao: NamePool = {
  female:
    'ບຸນມີ/Bounmy ຈັນສຸກ/Chansouk ແກ້ວມະນີ/Keomany ດາວວົງ/Daovong ມະນີວັນ/Manivanh ນາງນ້ອຍ/Nangnoi ຄຳຫຼ້າ/Khamla ສຸດາພອນ/Soudaphone ' +
    'ພອນສະຫວັນ/Phonsavanh ວຽງຄຳ/Viengkham ມາລີວັນ/Malivanh ຈັນທະລາ/Chanthala ບົວຜັນ/Bouaphanh ລັດດາ/Latdavone ອຳມາ/Ammala ທິບພະຈັນ/Thipphachanh',
  male:
    'ສົມສັກ/Somsack ບຸນທັນ/Bounthanh ຄຳແພງ/Khamphaeng ວິໄລ/Vilaysak ສີສຸພັນ/Sisouphanh ແສງດາວ/Sengdao ພູວົງ/Phouvong ສົມພອນ/Somphone ' +
    'ສຸລິຍາ/Souliya ອານຸສອນ/Anousone ທອງໃສ/Thongsay ບຸນຍັງ/Bounnhang ໄຊຍະສິດ/Xayasith ພອນປະດິດ/Phonpadith ຄຳສິງ/Khamsing ກອງແກ້ວ/Kongkeo',
  family:
    'ວົງສາ/Vongsa ສີສະຫວາດ/Sisavath ພົມມະຈັນ/Phommachanh ແກ້ວພິລາ/Keophila ອິນທະວົງ/Inthavong ສຸວັນນະສີ/Souvannasy ໄຊຍະວົງ/Xayavong ' +
    'ພິມມະສອນ/Phimmasone ລັດຕະນະ/Rattanavong ດວງຈັນ/Douangchanh ບຸບຜາ/Bouphavanh ຈັນທະວົງ/Chanthavong ສີລິວົງ/Silivong ນໍລະສິງ/Norasing ' +
    'ຄຳພູວົງ/Khamphouvong ສຸກສະຫວັນ/Souksavanh ໄຊສົມບັດ/Xaysomphet ທຳມະວົງ/Thammavong ລືໄຊ/Luexay ວິລະພັນ/Viraphanh',
}

export const vietnamese: NamePool = {
  female:
    'Thị_Hương Thị_Lan_Anh Thị_Thảo Thị_Ngọc Thị_Mỹ_Linh Thị_Hồng_Nhung Thị_Thu_Trang Thị_Kim_Oanh Thị_Phương_Thảo Thị_Bích_Ngọc ' +
    'Thị_Thanh_Huyền Thị_Diễm_My Thị_Tuyết_Mai Thị_Cẩm_Tú Thị_Quỳnh_Như Thị_Yến_Nhi',
  male:
    'Văn_Hùng Văn_Thắng Quốc_Bảo Minh_Tuấn Đức_Thịnh Hữu_Nghĩa Thanh_Tùng Công_Danh Văn_Phước Xuân_Trường Ngọc_Khánh Trọng_Nhân ' +
    'Văn_Quyết Hoàng_Long_Vũ Tấn_Phát Đình_Khôi',
  family:
    'Nguyễn Trần Phạm Huỳnh Hoàng Phan_Thanh Vũ_Đức Đặng Bùi_Xuân Đỗ_Hữu Hồ_Ngọc Ngô_Đình Dương Lý_Thường Trịnh Đinh_Công Mai_Văn Lương Cao_Thái Quách',
}

export const nepali: NamePool = {
  female:
    'सुनिता/Sunita विमला/Bimala कमला/Kamala सरिता/Sarita लक्ष्मी/Laxmi पार्वती/Parbati मनमाया/Manmaya शान्ति/Shanti दिलमाया/Dilmaya ' +
    'सृजना/Srijana अनिशा/Anisha पूर्णिमा/Purnima गंगामाया/Gangamaya रमिला/Ramila सुष्मिता/Sushmita निर्मला/Nirmala संगीता/Sangita',
  male:
    'राजेन्द्र/Rajendra सुरेश/Suresh दीपक/Deepak कृष्ण/Krishna प्रकाश/Prakash विष्णु/Bishnu गोपाल/Gopal रमेश/Ramesh धनबहादुर/Dhanbahadur ' +
    'लालबहादुर/Lalbahadur सन्तोष/Santosh नवराज/Nabaraj मोहन/Mohan किरण/Kiran हरिबहादुर/Haribahadur विनोद/Binod सागर/Sagar टेकबहादुर/Tekbahadur',
  family:
    'तामाङ/Tamang गुरुङ/Gurung श्रेष्ठ/Shrestha अधिकारी/Adhikari कार्की/Karki थापा/Thapa मगर/Magar लामिछाने/Lamichhane भण्डारी/Bhandari ' +
    'खड्का/Khadka पौडेल/Poudel चौधरी/Chaudhary बस्नेत/Basnet विश्वकर्मा/Bishwakarma परियार/Pariyar महर्जन/Maharjan ' +
    'रानाभाट/Ranabhat घिमिरे/Ghimire सापकोटा/Sapkota दाहाल/Dahal कोइराला/Koirala शेर्पा/Sherpa लिम्बू/Limbu',
}
