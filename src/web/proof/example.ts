/** Lines to try the page with: invented numbers, of which some cannot be true. Also in docs/proof.md. */
export const example = `id,indicator,unit,value,dimension,category,part_of,period,change_from,change_base_year
all,Persons assisted,person,412,,,,2024,,
f,Persons assisted,person,248,sex,female,all,2024,,
f%,Persons assisted,,60%,sex,female,all,2024,,
m,Persons assisted,person,164,sex,male,all,2024,,
m%,Persons assisted,,41%,sex,male,all,2024,,
child%,Persons assisted,,23%,age,children,all,2024,,
adult%,Persons assisted,,74%,age,adults,all,2024,,
more,Persons assisted,person,up 20%,,,,2024,360,2023
`
