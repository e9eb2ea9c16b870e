/** What agencies have in the realm, as the rest of the house sees it; nothing here knows Keycloak's classes. */
@NullMarked
package org.paivand.realm;

import org.jspecify.annotations.NullMarked;
