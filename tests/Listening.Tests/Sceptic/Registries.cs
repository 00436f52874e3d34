using Listening.Brands;

namespace Listening.Tests.Sceptic;

/// <summary>Registries over the accounts of the threads file: a small airline, a carrier, and many shops and makers of our own for large cohorts.</summary>
public static class Registries
{
    public static IReadOnlyList<Brand> Named(string name) => name switch
    {
        "airline" => [Own("Delta"), .. Rivals("AmericanAir", "SouthwestAir", "British_Airways", "AlaskaAir", "VirginAtlantic", "AirAsiaSupport")],
        "carrier" =>
        [
            Own("T-Mobile", "TMobileHelp") with { Watch = ["t-mobile", "tmobile"] },
            .. Rivals("VerizonSupport", "sprintcare", "Ask_Spectrum", "comcastcares", "CoxHelp", "CenturyLinkHelp"),
        ],
        "house" =>
        [
            Own("Amazon", "AmazonHelp"), Own("Apple", "AppleSupport", "115858"), Own("Uber", "Uber_Support", "UPSHelp"), Own("Delta"), Own("Comcast", "comcastcares"),
            Own("Eats", "ChipotleTweets", "Postmates_Help", "AskPapaJohns", "McDonalds"),
            Own("Grocer", "Tesco", "sainsburys", "ArgosHelpers"),
            Own("Air", "AmericanAir", "AlaskaAir", "AirAsiaSupport"),
            Own("Play", "XboxSupport", "AskPlayStation", "hulu_support", "SpotifyCares"),
            .. Rivals("marksandspencer", "Morrisons", "British_Airways", "SouthwestAir", "TMobileHelp", "VerizonSupport", "ATVIAssist", "AskeBay"),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>The competitors' handles, without the source.</summary>
    public static IReadOnlyList<string> RivalHandles(IReadOnlyList<Brand> brands) =>
        [.. brands.Where(brand => brand.Kind == BrandKind.Competitor).SelectMany(brand => brand.Handles).Select(handle => handle[(handle.IndexOf(':', StringComparison.Ordinal) + 1)..])];

    private static Brand Own(string name, params string[] handles) =>
        new() { Name = name, Kind = BrandKind.Own, Handles = [.. handles.DefaultIfEmpty(name).Select(handle => $"twitter:{handle}")] };

    private static IEnumerable<Brand> Rivals(params string[] handles) =>
        handles.Select(handle => new Brand { Name = handle, Kind = BrandKind.Competitor, Handles = [$"twitter:{handle}"] });
}
