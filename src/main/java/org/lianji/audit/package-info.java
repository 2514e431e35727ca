/**
 * The chain of entries: who read or wrote what about whom, and for what. Entries are only ever
 * added; blocks of them hang together by hashes, days by the heads that departments keep, so that
 * whoever changes, drops or inserts one is found out by anybody who has a copy and the verifier,
 * without the hub. The person sees who looked at their data.
 *
 * <p>Requests that come together are written down together: the entries of one transaction stand on
 * sheets, each a node of the graph, whose order is theirs in the chain.
 *
 * <p>Retention: entries are kept three years and more (政务数据共享条例 §29; 网络数据安全管理条例 §12; 网络安全法 §23 asks
 * for six months). Nothing in the hub deletes one; {@code lianji.audit.retention} says how long at
 * least they are kept, is written into the chain, and a hub that is told less than three years does
 * not start.
 *
 * <p>Commitments: an entry is a text, canonical JSON. Its digest is SHA-256 of a zero byte and the
 * text, which is the leaf hash of RFC 6962; the root of a block is that of the Merkle tree over its
 * entries. A block's header and a day's line are texts of the same kind and hashed in the same way;
 * the first field of each text says what it is. Persons stand in an entry as SHA-256 of their
 * token, which only those who know the token (128 random bits) can recognise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
