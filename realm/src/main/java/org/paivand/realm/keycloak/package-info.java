/**
 * Keycloak by its own admin client. Nobody names these classes but {@link org.paivand.realm.ApartRealm}, which loads them with
 * libraries of their own.
 */
@NullMarked
package org.paivand.realm.keycloak;

import org.jspecify.annotations.NullMarked;
