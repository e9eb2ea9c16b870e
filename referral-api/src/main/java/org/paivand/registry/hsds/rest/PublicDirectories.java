package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.PublicDirectory;

/** What everybody may see of the registry as it stands now; made once for each edition of it. */
@ApplicationScoped
public class PublicDirectories {
    @Inject
    Directories directories;

    private volatile @Nullable Made made;

    private record Made(Directory of, PublicDirectory seen) {}

    PublicDirectory current() {
        Directory now = directories.current();
        Optional<Made> last = Optional.ofNullable(made).filter(one -> one.of() == now);
        if (last.isPresent()) {
            return last.get().seen();
        }
        PublicDirectory seen = PublicDirectory.of(now);
        made = new Made(now, seen);
        return seen;
    }
}
