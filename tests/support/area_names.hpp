// Names, regions and tiles of the 42 areas that tests of the report are built on.
#pragma once

#include <array>
#include <string_view>

namespace joinedup::testing {

struct AreaName {
  std::string_view code, name, region;
  int column, row;
};

inline constexpr std::array<AreaName, 42> area_names = {{
    {"E54000008", "Cheshire and Merseyside", "E40000014", 4, 3},
    {"E54000010", "Staffordshire and Stoke-on-Trent", "E40000011", 5, 4},
    {"E54000011", "Shropshire, Telford and Wrekin", "E40000011", 4, 5},
    {"E54000013", "Lincolnshire", "E40000011", 7, 3},
    {"E54000015", "Leicester, Leicestershire and Rutland", "E40000011", 6, 5},
    {"E54000018", "Coventry and Warwickshire", "E40000011", 6, 6},
    {"E54000019", "Herefordshire and Worcestershire", "E40000011", 4, 6},
    {"E54000022", "Norfolk and Waveney", "E40000013", 9, 4},
    {"E54000023", "Suffolk and North East Essex", "E40000013", 9, 5},
    {"E54000024", "Bedfordshire, Luton and Milton Keynes", "E40000013", 7, 6},
    {"E54000025", "Hertfordshire and West Essex", "E40000013", 8, 6},
    {"E54000026", "Mid and South Essex", "E40000013", 9, 6},
    {"E54000027", "North West London", "E40000003", 7, 7},
    {"E54000028", "North Central London", "E40000003", 8, 7},
    {"E54000029", "North East London", "E40000003", 9, 7},
    {"E54000030", "South East London", "E40000003", 8, 8},
    {"E54000031", "South West London", "E40000003", 7, 8},
    {"E54000032", "Kent and Medway", "E40000005", 9, 8},
    {"E54000034", "Frimley", "E40000005", 6, 7},
    {"E54000036", "Cornwall and the Isles of Scilly", "E40000006", 1, 9},
    {"E54000037", "Devon", "E40000006", 2, 9},
    {"E54000038", "Somerset", "E40000006", 3, 9},
    {"E54000039", "Bristol, North Somerset and South Gloucestershire", "E40000006", 3, 8},
    {"E54000040", "Bath and North East Somerset, Swindon and Wiltshire", "E40000006", 4, 8},
    {"E54000041", "Dorset", "E40000006", 4, 9},
    {"E54000042", "Hampshire and Isle of Wight", "E40000005", 5, 8},
    {"E54000043", "Gloucestershire", "E40000006", 4, 7},
    {"E54000044", "Buckinghamshire, Oxfordshire and Berkshire West", "E40000005", 5, 7},
    {"E54000048", "Lancashire and South Cumbria", "E40000014", 5, 2},
    {"E54000050", "North East and North Cumbria", "E40000012", 6, 1},
    {"E54000051", "Humber and North Yorkshire", "E40000012", 7, 2},
    {"E54000054", "West Yorkshire", "E40000012", 6, 2},
    {"E54000055", "Birmingham and Solihull", "E40000011", 5, 6},
    {"E54000056", "Cambridgeshire and Peterborough", "E40000013", 8, 5},
    {"E54000057", "Greater Manchester", "E40000014", 5, 3},
    {"E54000058", "Derby and Derbyshire", "E40000011", 6, 4},
    {"E54000059", "Northamptonshire", "E40000011", 7, 5},
    {"E54000060", "Nottingham and Nottinghamshire", "E40000011", 7, 4},
    {"E54000061", "South Yorkshire", "E40000012", 6, 3},
    {"E54000062", "Black Country", "E40000011", 5, 5},
    {"E54000063", "Surrey Heartlands", "E40000005", 6, 8},
    {"E54000064", "Sussex", "E40000005", 6, 9},
}};

struct RegionName {
  std::string_view code, name;
};

inline constexpr std::array<RegionName, 7> region_names = {{
    {"E40000012", "North East and Yorkshire"},
    {"E40000014", "North West"},
    {"E40000011", "Midlands"},
    {"E40000013", "East of England"},
    {"E40000003", "London"},
    {"E40000005", "South East"},
    {"E40000006", "South West"},
}};

} // namespace joinedup::testing
