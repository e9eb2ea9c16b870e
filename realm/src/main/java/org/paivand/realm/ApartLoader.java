package org.paivand.realm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads {@code org.paivand.realm.keycloak} with libraries that nobody else sees: RESTEasy beside the container's Jersey would put
 * itself in its place (docs/decisions/0044). Only the JDK and the types of {@code org.paivand.realm} are shared.
 */
final class ApartLoader extends URLClassLoader {
    private static final String SHARED = "org.paivand.realm.";
    private static final String APART = SHARED + "keycloak.";

    private final ClassLoader house;

    ApartLoader(URL[] libraries, ClassLoader house) {
        super("paivand-realm", libraries, ClassLoader.getPlatformClassLoader());
        this.house = house;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (name.startsWith(SHARED) && !name.startsWith(APART)) {
                return house.loadClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(APART)) {
            return super.findClass(name);
        }
        try (InputStream in = house.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
