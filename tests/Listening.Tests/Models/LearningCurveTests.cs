using Listening.Models;
using Listening.Models.Learning;
using Xunit;

namespace Listening.Tests.Models;

public sealed class LearningCurveTests
{
    [Fact]
    public void More_labels_teach_more_and_a_size_that_is_not_there_is_left_out()
    {
        var curve = LearningCurve.Measure(
            new FeaturizerFile(Learned.Featurizer(), "f1"), Learned.Examples(120, 2), Learned.Examples(60, 3), [4, 100, 500], 3, new TrainingOptions(), CancellationToken.None);
        Assert.Equal([4, 100], curve.Select(point => point.Labels));
        Assert.Equal(1, curve[1].Lowest);
        Assert.True(curve[0].MacroF1 < curve[1].MacroF1);
        Assert.All(curve, point => Assert.Equal((3, 60), (point.Draws, point.Texts)));
    }
}
