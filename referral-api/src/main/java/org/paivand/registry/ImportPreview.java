package org.paivand.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.HsdsImport;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.record.Difference;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryItems;
import org.paivand.registry.record.RegistryKind;

/**
 * What an import would change.
 *
 * @param edition the number of the registry's last change before
 * @param changed the items as they would become, those that aren't so already
 * @param absent what the registry has and the import hasn't; it stays
 */
public record ImportPreview(
        long edition, Difference difference, List<RegistryItem> changed, List<RegistryItem> absent) {
    /** HSDS knows no other. */
    private static final Set<RegistryKind> KINDS =
            EnumSet.of(RegistryKind.AGENCY, RegistryKind.LOCATION, RegistryKind.SERVICE);

    public ImportPreview {
        changed = List.copyOf(changed);
        absent = List.copyOf(absent);
    }

    static ImportPreview of(ImportFile file, Edition edition) throws UnreadableImportException {
        Directory now = edition.directory();
        Directory after = HsdsImport.read(file.tables(), file.source(), now);
        List<RegistryItem> changed = RegistryItems.of(after.contents()).stream()
                .filter(item -> KINDS.contains(item.kind()))
                .filter(item -> edition.find(ItemName.of(item))
                        .filter(standing -> standing.item().equals(item))
                        .isEmpty())
                .toList();
        return new ImportPreview(
                edition.number(), Difference.between(now, after), changed, HsdsImport.absent(file.tables(), now));
    }
}
