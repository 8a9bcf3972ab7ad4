package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shop sells. The image is a character, so that no mail needs to load anything. */
record Product(String sku, String name, String category, String image, String price) {
    static final List<Product> ALL = List.of(
            new Product("G-101", "Tomato seedlings, six", "Garden", "🍅", "11.90"),
            new Product("G-102", "Sunflower seeds", "Garden", "🌻", "3.50"),
            new Product("G-103", "Olive tree, 120 cm", "Garden", "🫒", "89.00"),
            new Product("G-104", "Herb box", "Garden", "🌿", "24.90"),
            new Product("G-105", "Cactus in a pot", "Garden", "🌵", "14.50"),
            new Product("G-106", "Tulip bulbs, thirty", "Garden", "🌷", "18.00"),
            new Product("K-201", "Chef's knife", "Kitchen", "🔪", "74.00"),
            new Product("K-202", "Cast-iron pan", "Kitchen", "🍳", "58.00"),
            new Product("K-203", "Tea set", "Kitchen", "🫖", "46.00"),
            new Product("K-204", "Salad bowl", "Kitchen", "🥗", "32.50"),
            new Product("K-205", "Bread basket", "Kitchen", "🧺", "19.90"),
            new Product("K-206", "Preserving jars, twelve", "Kitchen", "🫙", "27.00"),
            new Product("P-301", "Acacia honey", "Pantry", "🍯", "8.90"),
            new Product("P-302", "Olive oil, 1 l", "Pantry", "🫗", "17.50"),
            new Product("P-303", "Aged cheese", "Pantry", "🧀", "13.20"),
            new Product("P-304", "Dark chocolate", "Pantry", "🍫", "5.40"));

    Value.Fields properties() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("product_id", Value.of(sku));
        fields.put("name", Value.of(name));
        fields.put("category", Value.of(category));
        fields.put("image", Value.of(image));
        fields.put("price", Value.of(new BigDecimal(price)));
        return Value.of(fields);
    }
}
