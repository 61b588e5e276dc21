import type { NamePool } from './names-europe.ts'

export const haitian: NamePool = {
  female:
    'Roseline Guerline Mirlande Nadège Fabienne Islande Rose-Merline Widlène Dieula Jocelyne Yolette Magalie Darline Lovely-Myrtha ' +
    'Ketsia Manoucheka Sherline Natacha Wideline Guerda',
  male:
    'Jean-Robert Wilner Frantz Evens Jacquelin Ronald-Pierre Stevenson Wisly Jeanty Dieuseul Kervens Rodrigue Emmanuel Woodson ' +
    'Luckner Fritznel Makenson Pierre-Louis Jonel Schneider',
  family:
    'Jean-Baptiste Pierre-Paul Destiné Saint-Fleur Dorvil Desrosiers Toussaint Etienne Beauvoir Cadet-Noël Charlemagne Exantus ' +
    'Dorcéus Jean-Charles Petit-Frère Augustin Célestin Désir-Lubin Fleurimond Guerrier Laguerre Mondésir Occéan Philogène ' +
    'Sainvilus Théodat Thermidor Valcourt Ulysse-Rémy Zamor',
}

export const spanish: NamePool = {
  female:
    'Yuliana Leidy Paola Marcela Yesenia Luz_Marina Claudia Adriana Milena Yolanda Catalina Ximena Maribel Gloria_Inés Daniela ' +
    'Marisol Dayana Yurani Angélica Rosalba Xiomara Nubia_Esther Viviana Lorena Katherin',
  male:
    'Wilmer Edinson Jhon_Fredy Yeferson Andrés Camilo Duván Fabián Hernando Gustavo Rodrigo Alirio Jairo Norberto Wilson_Iván ' +
    'Héctor_Fabio Orlando_José Nelson_Enrique Robinson_Alexis Álvaro Ramiro Eduardo Libardo Óscar_Iván Yeison',
  family:
    'Rodríguez Gutiérrez Hernández Martínez González Ramírez Quintero Restrepo Ospina Zapata Cárdenas Arboleda Mosquera Caicedo ' +
    'Jaramillo Velásquez Castañeda Buitrago Giraldo Cifuentes Bermúdez Palomino Rentería Murillo Angulo Chaparro Bohórquez Piñeros Urrutia ' +
    'Márquez Villamizar Contreras Salcedo Echeverri Londoño Agudelo Tabares Benavides Cuesta',
}
