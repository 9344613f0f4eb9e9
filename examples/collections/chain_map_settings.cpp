// SPDX-License-Identifier: MIT
// What the command line does not say the defaults do: several maps looked at as one.

#include <regius/builtins/dict.hpp>
#include <regius/collections/chain_map.hpp>

#include <iostream>
#include <string>

int main() {
    regius::dict<std::string, std::string> command_line{{"colour", "red"}};
    regius::dict<std::string, std::string> const defaults{{"colour", "blue"}, {"size", "12"}};

    regius::chain_map settings(command_line, defaults);
    settings["font"] = "mono";  // goes to the first

    for (auto const& [key, value] : settings) std::cout << key << " = " << value << '\n';
    std::cout << command_line << '\n';
}

// Output:
// colour = red
// size = 12
// font = mono
// {'colour': 'red', 'font': 'mono'}
