using Listening.Brands;

namespace Listening.Web.Hosting;

/// <summary>A brand of the registry by name and kind.</summary>
public sealed record SessionBrand(string Name, BrandKind Kind);
