package org.paivand.registry.directory;

/** Where the directory of this moment is asked for; who lives longer than one request keeps this, never a directory. */
@FunctionalInterface
public interface Directories {

    Directory current();
}
