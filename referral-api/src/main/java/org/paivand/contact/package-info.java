/** Contacts of a hotline or another agency: counted in codes, without a person, and turned into a case where that is wanted. */
@NullMarked
package org.paivand.contact;

import org.jspecify.annotations.NullMarked;
