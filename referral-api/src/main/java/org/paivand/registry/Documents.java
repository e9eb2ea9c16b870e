package org.paivand.registry;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryItems;

/** Between items, their documents as the book keeps them, and the whole. */
final class Documents {
    private Documents() {}

    static String text(RegistryItem item) {
        return new String(item.document(), StandardCharsets.UTF_8);
    }

    static Sha256 sha256(RegistryItem item) {
        return Sha256.digest(item.document());
    }

    static Sha256 sha256(String document) {
        return Sha256.digest(document.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what was kept.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    static RegistryItem recorded(ItemName name, String document) {
        try {
            RegistryItem item = RegistryItem.read(name.kind(), document.getBytes(StandardCharsets.UTF_8));
            if (!item.id().equals(name.id())) {
                throw new IllegalStateException("an item of the registry is kept under another name");
            }
            return item;
        } catch (InvalidRegistryException altered) {
            throw new IllegalStateException("an item of the registry is not as it was written", altered);
        }
    }

    static Directory directory(Collection<RegistryItem> items) throws InvalidRegistryException {
        return Directory.of(RegistryItems.contents(items));
    }

    static List<RegistryItem> items(Directory directory) {
        return RegistryItems.of(directory.contents());
    }
}
