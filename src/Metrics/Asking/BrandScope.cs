using Listening.Brands;
using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>Whose rows a question speaks of.</summary>
/// <param name="Sql">A condition on <c>waits</c> or <c>posts</c> that may use <c>{brand:String}</c>.</param>
/// <param name="Brand">The value of <c>brand</c>.</param>
internal readonly record struct BrandScope(string Sql, string Brand)
{
    /// <summary>
    /// The brand asked for, where the metric speaks of its kind. An own brand asked of a metric on competitors (a dashboard asks one brand of all its
    /// tiles) leaves the competitors whole.
    /// </summary>
    public static BrandScope Of(Subject subject, MetricQuestion question, IReadOnlyList<Brand> registry)
    {
        var brand = question.Brand ?? "";
        var own = registry.Any(one => one.Kind == BrandKind.Own && one.Name == brand);
        return subject switch
        {
            Subject.Posts => new("({brand:String} = '' OR has(brands, {brand:String}))", brand),
            Subject.Competitors => new("(kind = 'competitor' AND ({brand:String} = '' OR brand = {brand:String}))", own ? "" : brand),
            Subject.OursAndCompetitors when question.By == "brand" && (own || brand.Length == 0) =>
                new("(kind = 'competitor' OR {brand:String} = '' OR brand = {brand:String})", brand),
            Subject.OursAndCompetitors when question.By == "brand" => new("(brand = {brand:String})", brand),
            _ => new("(kind = 'own' AND ({brand:String} = '' OR brand = {brand:String}))", brand),
        };
    }
}
