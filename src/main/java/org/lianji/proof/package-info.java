/**
 * The arithmetic of the chain, and the verifier that needs nothing else: it runs where there is no
 * hub.
 *
 * <p>Commitments: an entry is a text, canonical JSON. Its digest is SHA-256 of a zero byte and the
 * text, which is the leaf hash of RFC 6962; the root of a block is that of the Merkle tree over its
 * entries. A block's header and a day's line are texts of the same kind and hashed in the same way;
 * the first field of each text says what it is. Persons stand in an entry as SHA-256 of their
 * token, which only those who know the token (128 random bits) can recognise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
