package io.carillon.server.demo.retail;

import java.util.List;
import java.util.Map;

/** Invented names. */
final class Names {
    private static final List<String> ENGLISH = List.of(
            "Alice",
            "Amelia",
            "Arthur",
            "Beatrice",
            "Charlie",
            "Daisy",
            "Edith",
            "Eleanor",
            "Florence",
            "Freddie",
            "George",
            "Grace",
            "Harry",
            "Hazel",
            "Imogen",
            "Isaac",
            "Jack",
            "Jasmine",
            "Kezia",
            "Leo",
            "Lottie",
            "Mabel",
            "Martha",
            "Nadia",
            "Oliver",
            "Omar",
            "Poppy",
            "Priya",
            "Ralph",
            "Rosie",
            "Samuel",
            "Sunita",
            "Theo",
            "Violet",
            "Winifred",
            "Zara");
    private static final Map<String, List<String>> FIRST = Map.of(
            "de", List.of("Anna", "Ben", "Clara", "Emil", "Frida", "Jonas", "Lena", "Moritz", "Paula", "Theo"),
            "fr", List.of("Adèle", "Camille", "Étienne", "Hugo", "Jeanne", "Louis", "Manon", "Noé", "Rose", "Zoé"),
            "es", List.of("Alba", "Carlos", "Diego", "Elena", "Inés", "Javier", "Lucía", "Marta", "Pablo", "Sofía"),
            "it", List.of("Alessia", "Bruno", "Chiara", "Dario", "Elisa", "Giulia", "Luca", "Marta", "Pietro", "Sara"),
            "pt", List.of("Ana", "Beatriz", "Diogo", "Francisca", "Inês", "João", "Mafalda", "Rui", "Tiago", "Vasco"));
    private static final List<String> LAST = List.of(
            "Abbott",
            "Barlow",
            "Carter",
            "Dale",
            "Ellis",
            "Fletcher",
            "Garner",
            "Hobbs",
            "Ingram",
            "Jarvis",
            "Kemp",
            "Lowe",
            "Marsh",
            "Nolan",
            "Osborne",
            "Parry",
            "Quinn",
            "Rowe",
            "Slater",
            "Tate",
            "Underhill",
            "Vance",
            "Wells",
            "Yates");
    private static final Map<String, List<String>> LAST_ABROAD = Map.of(
            "de",
                    List.of(
                            "Albrecht",
                            "Brandt",
                            "Dietrich",
                            "Engel",
                            "Falk",
                            "Huber",
                            "Kessler",
                            "Lang",
                            "Seidel",
                            "Vogt"),
            "fr", List.of("Arnaud", "Blanchet", "Carlier", "Dubois", "Fabre", "Garnier", "Lambert", "Moreau", "Petit"),
            "es", List.of("Alonso", "Blanco", "Castro", "Domingo", "Fuentes", "Iglesias", "Molina", "Ortega", "Vidal"),
            "it", List.of("Amato", "Bellini", "Conti", "De Santis", "Ferri", "Greco", "Longo", "Marini", "Rinaldi"),
            "pt",
                    List.of(
                            "Almeida",
                            "Barros",
                            "Cardoso",
                            "Duarte",
                            "Fonseca",
                            "Lopes",
                            "Moreira",
                            "Pinto",
                            "Teixeira"));

    private Names() {}

    static List<String> first(String language) {
        return FIRST.getOrDefault(language, ENGLISH);
    }

    static List<String> last(String language) {
        return LAST_ABROAD.getOrDefault(language, LAST);
    }
}
