//! From pieces to one vector: the layers of a BERT encoder, then the mean of what they say of each piece.

use candle_core::{D, Device, Result, Tensor, quantized::QTensor};
use candle_nn::ops::{layer_norm, softmax_last_dim};

use crate::{file::File, name};

/// The network.
pub(crate) struct Encoder {
    /// A vector for each piece. Kept packed: of a hundred thousand a question needs ten.
    pieces: QTensor,
    /// A vector for each place in the text.
    places: Tensor,
    norm: Norm,
    layers: Vec<Layer>,
    n_heads: usize,
}

impl Encoder {
    pub(crate) fn read(file: &mut File) -> Result<Encoder> {
        let n_layers = file.integer(name::N_LAYERS)?;
        // All our texts are of one sort: its vector is the same everywhere and can be added once.
        let sort = file.tensor("token_types.weight")?.narrow(0, 0, 1)?;
        Ok(Encoder {
            pieces: file.packed("token_embd.weight")?,
            places: file.tensor("position_embd.weight")?.broadcast_add(&sort)?,
            norm: Norm::read(file, "token_embd_norm")?,
            layers: (0..n_layers).map(|it| Layer::read(file, it)).collect::<Result<_>>()?,
            n_heads: file.integer(name::N_HEADS)? as usize,
        })
    }

    /// How many pieces a text may have.
    pub(crate) fn longest(&self) -> usize {
        self.places.dims()[0]
    }

    /// A vector of length one.
    pub(crate) fn embed(&self, ids: &[u32]) -> Result<Vec<f32>> {
        let pieces = self.pieces.embedding(&Tensor::new(ids, &Device::Cpu)?)?;
        let mut hidden = self.norm.forward(&(pieces + self.places.narrow(0, 0, ids.len())?)?)?;
        for layer in &self.layers {
            hidden = layer.forward(&hidden, self.n_heads)?;
        }
        let mean = hidden.mean(0)?;
        let length = mean.sqr()?.sum_all()?.sqrt()?;
        mean.broadcast_div(&length)?.to_vec1()
    }
}

struct Layer {
    /// What each piece looks for, what it offers and what it has to say, in one.
    attention: Map,
    heard: Map,
    heard_norm: Norm,
    widened: Map,
    narrowed: Map,
    norm: Norm,
}

impl Layer {
    fn read(file: &mut File, number: u32) -> Result<Layer> {
        let named = |it: &str| format!("blk.{number}.{it}");
        Ok(Layer {
            attention: Map::read(file, &["attn_q", "attn_k", "attn_v"].map(named))?,
            heard: Map::read(file, &[named("attn_output")])?,
            heard_norm: Norm::read(file, &named("attn_output_norm"))?,
            widened: Map::read(file, &[named("ffn_up")])?,
            narrowed: Map::read(file, &[named("ffn_down")])?,
            norm: Norm::read(file, &named("layer_output_norm"))?,
        })
    }

    fn forward(&self, hidden: &Tensor, n_heads: usize) -> Result<Tensor> {
        let heard = self.heard.forward(&self.attend(hidden, n_heads)?)?;
        let hidden = self.heard_norm.forward(&(hidden + heard)?)?;
        let thought = self.narrowed.forward(&self.widened.forward(&hidden)?.gelu_erf()?)?;
        self.norm.forward(&(hidden + thought)?)
    }

    fn attend(&self, hidden: &Tensor, n_heads: usize) -> Result<Tensor> {
        let (n_pieces, width) = hidden.dims2()?;
        let head_width = width / n_heads;
        let all = self.attention.forward(hidden)?.reshape((n_pieces, 3, n_heads, head_width))?;
        let of = |part| all.narrow(1, part, 1)?.squeeze(1)?.transpose(0, 1)?.contiguous();
        let (looked_for, offered, said): (Tensor, Tensor, Tensor) = (of(0)?, of(1)?, of(2)?);
        let fit =
            (looked_for.matmul(&offered.transpose(D::Minus1, D::Minus2)?)? / (head_width as f64).sqrt())?;
        softmax_last_dim(&fit)?.matmul(&said)?.transpose(0, 1)?.reshape((n_pieces, width))
    }
}

/// A linear map.
struct Map {
    /// Laid so that what is multiplied together lies side by side: three times as fast for short texts.
    weight: Tensor,
    bias: Tensor,
}

impl Map {
    /// One map, of several with the same input laid side by side.
    fn read(file: &mut File, names: &[String]) -> Result<Map> {
        let mut tensors = |part: &str| -> Result<Tensor> {
            let all: Result<Vec<Tensor>> =
                names.iter().map(|it| file.tensor(&format!("{it}.{part}"))).collect();
            Tensor::cat(&all?, 0)
        };
        Ok(Map { weight: tensors("weight")?.t()?.contiguous()?, bias: tensors("bias")? })
    }

    fn forward(&self, hidden: &Tensor) -> Result<Tensor> {
        hidden.matmul(&self.weight)?.broadcast_add(&self.bias)
    }
}

struct Norm {
    weight: Tensor,
    bias: Tensor,
    epsilon: f32,
}

impl Norm {
    fn read(file: &mut File, named: &str) -> Result<Norm> {
        Ok(Norm {
            weight: file.tensor(&format!("{named}.weight"))?,
            bias: file.tensor(&format!("{named}.bias"))?,
            epsilon: file.float(name::EPSILON)?,
        })
    }

    fn forward(&self, hidden: &Tensor) -> Result<Tensor> {
        layer_norm(hidden, &self.weight, &self.bias, self.epsilon)
    }
}
