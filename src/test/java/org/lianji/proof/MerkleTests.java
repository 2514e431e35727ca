package org.lianji.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class MerkleTests {

    private static List<String> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> Merkle.leaf("entry " + i)).toList();
    }

    /** Known from the test vectors of Certificate Transparency. */
    @Test
    void hashesAsRfc6962Does() {
        assertThat(Merkle.leaf(""))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Merkle.root(List.of(Merkle.leaf(""), Merkle.leaf("\0"))))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void everyLeafLeadsToTheRootByItsPathAndByNoOther() {
        for (int size = 1; size <= 33; size++) {
            List<String> leaves = leaves(size);
            String root = Merkle.root(leaves);
            for (int i = 0; i < size; i++) {
                List<String> path = Merkle.inclusionProof(leaves, i);
                assertThat(Merkle.verifyInclusion(leaves.get(i), i, size, path, root)).isTrue();
                assertThat(Merkle.verifyInclusion(leaves.get(i), i + 1, size, path, root))
                        .isFalse();
                assertThat(Merkle.verifyInclusion(Merkle.leaf("other"), i, size, path, root))
                        .isFalse();
                for (int step = 0; step < path.size(); step++) {
                    List<String> wrong = new ArrayList<>(path);
                    wrong.set(step, Merkle.NOTHING);
                    assertThat(Merkle.verifyInclusion(leaves.get(i), i, size, wrong, root))
                            .isFalse();
                    wrong.remove(step);
                    assertThat(Merkle.verifyInclusion(leaves.get(i), i, size, wrong, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeHasARootOfItsOwn() {
        assertThat(IntStream.rangeClosed(1, 40).mapToObj(size -> Merkle.root(leaves(size))))
                .doesNotHaveDuplicates();
    }
}
