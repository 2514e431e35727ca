package org.lianji.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTests {

    @ParameterizedTest
    @CsvSource({
        "内蒙古自治区,PROVINCE,自治区",
        "北京市,PROVINCE,市",
        "锡林郭勒盟,PREFECTURE,盟",
        "省直辖县级行政区划,PREFECTURE,县",
        "莫力达瓦达斡尔族自治旗,COUNTY,自治旗",
        "四子王旗,COUNTY,旗",
        "集宁区,COUNTY,区",
        "丰镇市,COUNTY,市",
        "卓资县,COUNTY,县",
        "查干补力格苏木,TOWNSHIP,苏木",
        "桥东街道,TOWNSHIP,街道",
        "小庙子嘎查委员会,VILLAGE,嘎查",
        "某某嘎查村民委员会,VILLAGE,嘎查",
        "小梁子村民委会,VILLAGE,村",
        "恩和路社区居民委员会,VILLAGE,社区",
        "某某村村民委员会,VILLAGE,村"
    })
    void knowsTheWordForItsKind(String name, Region.Level level, String word) {
        assertThat(new Region("150900000000", name, level, null).levelWord()).isEqualTo(word);
    }

    @Test
    void aNumberFromBeforeItWasACityIsOfTheCountyOfThatNameToday() {
        assertThat(Regions.countyOf("150924")).contains("150924000000");
        assertThat(Regions.countyOf("152627")).contains("150924000000");
        assertThat(Regions.countyOf("152601")).contains("150902000000");
        assertThat(Regions.countyOf("152602")).contains("150981000000");
        assertThat(Regions.countyOf("152632")).contains("150928000000");
        assertThat(Regions.countyOf("152699")).isEmpty();
        assertThat(Regions.countyOf("110101")).as("elsewhere").isEmpty();
    }
}
