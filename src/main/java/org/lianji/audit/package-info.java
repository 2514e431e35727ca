/**
 * The chain of entries: who read or wrote what about whom, and for what. Entries are only ever
 * added; blocks of them hang together by hashes, days by the heads that departments keep, so that
 * whoever changes, drops or inserts one is found out by anybody who has a copy and the verifier,
 * without the hub.
 *
 * <p>Requests that come together are written down together: the entries of one transaction stand on
 * sheets, each a node of the graph, whose order is theirs in the chain.
 *
 * <p>Retention: entries are kept three years and more (政务数据共享条例 §29; 网络数据安全管理条例 §12; 网络安全法 §23 asks
 * for six months). Nothing in the hub deletes one; {@code lianji.audit.retention} says how long at
 * least they are kept, is written into the chain, and a hub that is told less than three years does
 * not start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "paging", "database", "roles", "proof"})
package org.lianji.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
