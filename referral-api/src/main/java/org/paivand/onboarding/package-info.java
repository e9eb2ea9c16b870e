/**
 * How an agency is taken in and let go: an application, two approvals, an account in the realm, a secret that is shown once.
 */
@NullMarked
package org.paivand.onboarding;

import org.jspecify.annotations.NullMarked;
