using Listening.Models.Evaluating;
using Xunit;

namespace Listening.Tests.Models;

public sealed class EvaluatorTests
{
    [Fact]
    public void Numbers_are_those_worked_out_by_hand()
    {
        var evaluation = Evaluator.Evaluate(["a", "b", "c"], [Of(0, 0.8f, 0.1f), Of(0, 0.3f, 0.5f), Of(1, 0.2f, 0.7f), Of(1, 0.1f, 0.9f)], 0.6);
        Assert.Equal(0.75, evaluation.Accuracy!.Value);
        Assert.Equal(0.75, evaluation.MacroRecall!.Value);
        Assert.Equal(((2.0 / 3) + (4.0 / 5)) / 2, evaluation.MacroF1!.Value, 12);
        Assert.Equal([1, 1, 0], evaluation.Confusion[0]);
        Assert.Equal(2.0 / 3, evaluation.Labels[1].Precision);
        Assert.Null(evaluation.Labels[2].Recall);
        Assert.Equal(0.75, evaluation.Sure);
        Assert.Equal(1, evaluation.AccuracyWhereSure);
        // Each answer stands in a bin of its own: gaps of 0.2, 0.5, 0.3 and 0.1.
        Assert.Equal((0.2 + 0.5 + 0.3 + 0.1) / 4, evaluation.CalibrationError!.Value, 6);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.3) + Math.Log(0.7) + Math.Log(0.9)) / 4, evaluation.LogLoss!.Value, 6);
        Assert.InRange(evaluation.Accuracy.Low, 0, 0.5);
        Assert.Equal(1, evaluation.Accuracy.High);
    }

    [Fact]
    public void The_point_of_a_recall_is_the_highest_that_still_reaches_it()
    {
        Answer[] answers = [Of(0, 0.9f, 0), Of(0, 0.8f, 0), Of(1, 0.7f, 0), Of(0, 0.6f, 0), Of(1, 0.6f, 0), Of(0, 0.1f, 0)];
        Assert.Equal(new RecallPoint(0.8f, 0.5, 1), Evaluator.PointOfRecall(answers, 0, 0.5));
        Assert.Equal(new RecallPoint(0.6f, 0.75, 0.6), Evaluator.PointOfRecall(answers, 0, 0.75));
        Assert.Equal(new RecallPoint(0.1f, 1, 4.0 / 6), Evaluator.PointOfRecall(answers, 0, 0.95));
        Assert.Null(Evaluator.PointOfRecall(answers, 2, 0.95));
    }

    [Fact]
    public void No_text_is_no_data()
    {
        var evaluation = Evaluator.Evaluate(["a", "b"], [], 0.5);
        Assert.Equal(0, evaluation.Count);
        Assert.Null(evaluation.Accuracy);
        Assert.Null(evaluation.LogLoss);
    }

    private static Answer Of(int truth, float first, float second) => new(truth, [first, second, 1 - first - second]);
}
